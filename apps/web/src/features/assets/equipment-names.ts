import type { Localized } from '@heliograph/domain';
import { useLanguage } from '../../platform/preferences.ts';

/** Types of the starter catalogue. An organisation may have others: their code is shown as it is. */
const TYPES: Readonly<Record<string, Localized>> = {
  site: { fr: 'Site', en: 'Site' },
  pv_section: { fr: 'Section ou tranche', en: 'Section or block' },
  substation: { fr: 'Poste (livraison ou transformation)', en: 'Substation (delivery or transformer)' },
  transformer: { fr: 'Transformateur', en: 'Transformer' },
  mv_switchgear: { fr: 'Cellule HTA', en: 'MV cubicle' },
  inverter_station: { fr: 'Station onduleur (skid)', en: 'Inverter station (skid)' },
  central_inverter: { fr: 'Onduleur central', en: 'Central inverter' },
  string_inverter: { fr: 'Onduleur de chaînes', en: 'String inverter' },
  inverter: { fr: 'Onduleur (tout type)', en: 'Inverter (any type)' },
  microinverter: { fr: 'Micro-onduleur ou optimiseur', en: 'Microinverter or optimiser' },
  combiner_box: { fr: 'Boîte de jonction DC', en: 'DC combiner box' },
  string: { fr: 'Chaîne', en: 'String' },
  pv_array: { fr: 'Champ photovoltaïque', en: 'PV array' },
  pv_module: { fr: 'Module', en: 'Module' },
  dc_cable: { fr: 'Câble DC', en: 'DC cable' },
  dc_connector: { fr: 'Connecteur DC', en: 'DC connector' },
  spd: { fr: 'Parafoudre', en: 'Surge arrester' },
  mounting_structure: { fr: 'Structure de support', en: 'Mounting structure' },
  tracker: { fr: 'Suiveur (tracker)', en: 'Tracker' },
  tracker_controller: { fr: 'Automate de suiveur', en: 'Tracker controller' },
  weather_station: { fr: 'Station météo', en: 'Weather station' },
  pyranometer: { fr: 'Pyranomètre', en: 'Pyranometer' },
  reference_cell: { fr: 'Cellule de référence', en: 'Reference cell' },
  meter: { fr: 'Compteur d’énergie', en: 'Energy meter' },
  monitoring_gateway: { fr: 'Passerelle de supervision', en: 'Monitoring gateway' },
  ups_battery: { fr: 'Batterie de secours / onduleur secouru', en: 'Backup battery / UPS' },
  fence: { fr: 'Clôture et portails', en: 'Fence and gates' },
  security_system: { fr: 'Vidéosurveillance et intrusion', en: 'CCTV and intrusion' },
  fire_protection: { fr: 'Protection incendie', en: 'Fire protection' },
};

/** Types that have a name here. */
export const EQUIPMENT_CODES: readonly string[] = Object.keys(TYPES);

/** What people call a type of equipment. */
export function useEquipmentName(): (type: string) => string {
  const language = useLanguage();
  return (type) => TYPES[type]?.[language] ?? type.replaceAll('_', ' ');
}
