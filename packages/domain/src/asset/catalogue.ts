import type { Localized } from '../text.ts';
import { ASSET_ATTRIBUTES } from './attributes.ts';
import { isOfType } from './equipment.ts';

/** One type of equipment as forms, numbers and imports know it. */
export interface EquipmentType {
  readonly code: string;
  readonly label: Localized;
  /** How deep it stands: what has a level hangs only below something of a lower one. Null: anywhere. */
  readonly level: number | null;
  /** What its number begins with, after its parent's. */
  readonly prefix: string;
}

const type = (code: string, [prefix, level]: readonly [string, number | null], [fr, en]: readonly [string, string]): EquipmentType => ({
  ...{ code, prefix, level },
  label: { fr, en },
});

/** The starter catalogue, in the order of a plant. An organisation may use others: their code is shown as it is and they hang anywhere. */
export const equipmentTypes: readonly EquipmentType[] = [
  type('pv_section', ['T', 1], ['Section ou tranche', 'Section or block']),
  type('substation', ['PDL', null], ['Poste (livraison ou transformation)', 'Substation (delivery or transformer)']),
  type('transformer', ['TR', null], ['Transformateur', 'Transformer']),
  type('mv_switchgear', ['HTA', null], ['Cellule HTA', 'MV cubicle']),
  type('inverter_station', ['PT', 1], ['Station onduleur (skid)', 'Inverter station (skid)']),
  type('central_inverter', ['OND', 2], ['Onduleur central', 'Central inverter']),
  type('string_inverter', ['OND', 2], ['Onduleur de chaînes', 'String inverter']),
  type('inverter', ['OND', 2], ['Onduleur (tout type)', 'Inverter (any type)']),
  type('microinverter', ['MIC', null], ['Micro-onduleur ou optimiseur', 'Microinverter or optimiser']),
  type('combiner_box', ['BJ', 3], ['Boîte de jonction DC', 'DC combiner box']),
  type('string', ['CH', 4], ['Chaîne', 'String']),
  type('pv_array', ['CPV', 1], ['Champ photovoltaïque', 'PV array']),
  type('pv_module', ['MOD', 5], ['Module', 'Module']),
  type('dc_cable', ['CAB', null], ['Câble DC', 'DC cable']),
  type('dc_connector', ['CON', null], ['Connecteur DC', 'DC connector']),
  type('spd', ['PF', null], ['Parafoudre', 'Surge arrester']),
  type('mounting_structure', ['STR', null], ['Structure de support', 'Mounting structure']),
  type('tracker', ['TRK', null], ['Suiveur (tracker)', 'Tracker']),
  type('tracker_controller', ['ATR', null], ['Automate de suiveur', 'Tracker controller']),
  type('weather_station', ['MET', null], ['Station météo', 'Weather station']),
  type('pyranometer', ['PYR', null], ['Pyranomètre', 'Pyranometer']),
  type('reference_cell', ['CEL', null], ['Cellule de référence', 'Reference cell']),
  type('meter', ['CPT', null], ['Compteur d’énergie', 'Energy meter']),
  type('monitoring_gateway', ['GTW', null], ['Passerelle de supervision', 'Monitoring gateway']),
  type('ups_battery', ['ASI', null], ['Batterie de secours / onduleur secouru', 'Backup battery / UPS']),
  type('fence', ['CLO', null], ['Clôture et portails', 'Fence and gates']),
  type('security_system', ['SEC', null], ['Vidéosurveillance et intrusion', 'CCTV and intrusion']),
  type('fire_protection', ['INC', null], ['Protection incendie', 'Fire protection']),
];

const byCode = new Map(equipmentTypes.map((one) => [one.code, one]));
export const equipmentType = (code: string): EquipmentType | null => byCode.get(code) ?? null;

/** Whether equipment of one type may hang below another; types that nobody here knows may hang anywhere. */
export function mayHangBelow(child: string, parent: string): boolean {
  const [below, above] = [equipmentType(child)?.level ?? null, equipmentType(parent)?.level ?? null];
  return below === null || above === null || above < below;
}

export interface AttributeField {
  readonly name: string;
  /** `decimal`: canonical text of a number, in this unit. */
  readonly kind: 'decimal' | 'text';
  readonly unit: string | null;
  readonly label: Localized;
}

const text = (name: string, fr: string, en: string): AttributeField => ({ name, kind: 'text', unit: null, label: { fr, en } });
const decimal = (name: string, unit: string, [fr, en]: readonly [string, string]): AttributeField => ({
  ...{ name, kind: 'decimal', unit },
  label: { fr, en },
});
const ofFormula = Object.entries(ASSET_ATTRIBUTES).map(([name, { unit, label }]): AttributeField => ({ name, kind: 'decimal', unit, label }));

/** Every attribute that has a name of ours. Others are kept as they came, as text. */
export const attributeFields: readonly AttributeField[] = [
  text('manufacturer', 'Fabricant', 'Manufacturer'),
  text('model', 'Modèle', 'Model'),
  text('commissioned', 'Mise en service', 'Commissioned'),
  decimal('rated_power', 'kVA', ['Puissance assignée', 'Rated power']),
  decimal('discharge_time', 'min', ['Temps de décharge', 'Discharge time']),
  decimal('string_count', 'count', ['Nombre de chaînes', 'Number of strings']),
  decimal('fuse_rating', 'A', ['Calibre des fusibles', 'Fuse rating']),
  text('module_model', 'Modèle de module', 'Module model'),
  ...ofFormula,
];

const byName = new Map(attributeFields.map((field) => [field.name, field]));
export const attributeField = (name: string): AttributeField | null => byName.get(name) ?? null;

const COMMON = ['manufacturer', 'model', 'commissioned'];
const MODULES = [
  'module_model',
  'modules_per_string',
  'module_voc_stc',
  'module_isc_stc',
  'module_alpha',
  'module_beta',
  'module_gamma',
  'module_dt0',
  'module_voc_irradiance_coefficient',
  'max_system_voltage',
];
const OWN: Readonly<Record<string, readonly string[]>> = {
  pv_section: ['peak_power', ...MODULES],
  pv_array: ['peak_power', ...MODULES],
  inverter_station: ['peak_power', ...MODULES],
  inverter: ['rated_power', 'rated_current', 'discharge_time', 'string_count', 'peak_power', ...MODULES],
  combiner_box: ['fuse_rating', 'rated_current', 'string_count', ...MODULES],
  string: ['peak_power', ...MODULES],
  dc_connector: ['rated_current'],
  transformer: ['rated_power'],
};

/** The attributes a form shows for a type. What formulas read may stand here or on any ancestor: a plant with one kind of module says it once. */
export function attributesOf(type: string): readonly AttributeField[] {
  const own = OWN[type] ?? (isOfType(type, 'inverter') ? OWN['inverter'] : undefined) ?? [];
  return [...COMMON, ...own].flatMap((name) => attributeField(name) ?? []);
}
