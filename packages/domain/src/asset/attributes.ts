import type { Localized } from '../text.ts';

export interface AttributeInfo {
  readonly unit: string;
  readonly label: Localized;
}

/**
 * Attributes of assets that formulas read, by the name they have in `asset.attributes`. Values are canonical decimals.
 * An attribute may stand on the asset or on any ancestor: a plant with one kind of module says it once, at the site.
 */
export const ASSET_ATTRIBUTES = {
  modules_per_string: { unit: 'count', label: { fr: 'Modules par chaîne', en: 'Modules per string' } },
  module_voc_stc: { unit: 'V', label: { fr: 'Voc du module (STC)', en: 'Module Voc (STC)' } },
  module_isc_stc: { unit: 'A', label: { fr: 'Isc du module (STC)', en: 'Module Isc (STC)' } },
  module_alpha: { unit: '%/°C', label: { fr: 'Coefficient de température α de Isc', en: 'Temperature coefficient α of Isc' } },
  module_beta: { unit: '%/°C', label: { fr: 'Coefficient de température β de Voc', en: 'Temperature coefficient β of Voc' } },
  module_gamma: { unit: '%/°C', label: { fr: 'Coefficient de température γ de Pmax', en: 'Temperature coefficient γ of Pmax' } },
  module_dt0: { unit: '°C', label: { fr: 'Écart face arrière-cellule à 1 000 W/m²', en: 'Back-to-cell gap at 1,000 W/m²' } },
  module_voc_irradiance_coefficient: { unit: '1', label: { fr: 'Coefficient d’éclairement a de Voc', en: 'Irradiance coefficient a of Voc' } },
  max_system_voltage: { unit: 'V', label: { fr: 'Tension maximale du système', en: 'Maximum system voltage' } },
  rated_current: { unit: 'A', label: { fr: 'Courant assigné', en: 'Rated current' } },
  peak_power: { unit: 'kWp', label: { fr: 'Puissance crête', en: 'Peak power' } },
} as const satisfies Record<string, AttributeInfo>;
export type AttributeName = keyof typeof ASSET_ATTRIBUTES;
