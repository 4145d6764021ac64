import type { Localized } from '@heliograph/domain';
import { useLanguage } from '../../platform/preferences.ts';
import { DEFECTS } from './defect-names.ts';
import { KEYWORDS } from './keyword-names.ts';

type Names = Readonly<Record<string, Localized>>;

const CATEGORIES: Names = {
  inspection: { fr: 'Inspection', en: 'Inspection' },
  electrical_test: { fr: 'Mesures électriques', en: 'Electrical tests' },
  thermography: { fr: 'Thermographie', en: 'Thermography' },
  preventive: { fr: 'Maintenance préventive', en: 'Preventive maintenance' },
  corrective: { fr: 'Maintenance corrective', en: 'Corrective maintenance' },
  cleaning: { fr: 'Nettoyage', en: 'Cleaning' },
  safety: { fr: 'Sécurité et consignation', en: 'Safety and lock-out' },
  troubleshooting: { fr: 'Dépannage guidé', en: 'Guided troubleshooting' },
};

/** What tips of the starter library are about, beside the categories of procedures. */
const TIP_CATEGORIES: Names = {
  ...CATEGORIES,
  insulation: { fr: 'Isolement', en: 'Insulation' },
  electrical: { fr: 'Électricité', en: 'Electrical' },
  inverter: { fr: 'Onduleur', en: 'Inverter' },
  photo: { fr: 'Photo', en: 'Photo' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  tools: { fr: 'Outils', en: 'Tools' },
  report: { fr: 'Rapport', en: 'Report' },
  site: { fr: 'Site', en: 'Site' },
};
/** Categories of procedures that have a name here. */
export const CATEGORY_CODES: readonly string[] = Object.keys(CATEGORIES);
/** Categories of tips that have one. */
export const TIP_CATEGORY_CODES: readonly string[] = Object.keys(TIP_CATEGORIES);

const CERTIFICATIONS: Names = {
  B0: { fr: 'B0 : non électricien en zone de voisinage simple BT', en: 'B0: non-electrician in the simple LV vicinity zone' },
  'H0-H0V': {
    fr: 'H0 / H0V : non électricien, domaine HT (V : voisinage renforcé)',
    en: 'H0 / H0V: non-electrician, HV domain (V: reinforced vicinity)',
  },
  BP: {
    fr: 'BP : opérations élémentaires sur chaîne photovoltaïque (pose, connexion de modules d’une même chaîne)',
    en: 'BP: elementary operations on a PV string (fitting, connecting modules of the same string)',
  },
  'BR-PV': {
    fr: 'BR mention photovoltaïque : chargé d’intervention générale BT, avec PV',
    en: 'BR with PV mention: general LV intervention supervisor, with PV',
  },
  'B1V-PV': {
    fr: 'B1V mention photovoltaïque : exécutant, travaux d’ordre électrique au voisinage',
    en: 'B1V with PV mention: electrical worker, work near live parts',
  },
  'B2V-PV': { fr: 'B2V mention photovoltaïque : chargé de travaux au voisinage', en: 'B2V with PV mention: work supervisor near live parts' },
  BC: { fr: 'BC : chargé de consignation BT', en: 'BC: LV lock-out officer' },
  HC: { fr: 'HC : chargé de consignation HT', en: 'HC: HV lock-out officer' },
  H1V: { fr: 'H1V : exécutant HT au voisinage', en: 'H1V: HV worker near live parts' },
  H2V: { fr: 'H2V : chargé de travaux HT au voisinage', en: 'H2V: HV work supervisor near live parts' },
  'BE-MESURAGE': { fr: 'BE Mesurage : opération spécifique de mesure', en: 'BE Measurement: specific measuring operation' },
  'HE-MANOEUVRE': { fr: 'HE Manœuvre : manœuvres HT', en: 'HE Manoeuvre: HV switching' },
  TH: { fr: 'Travail en hauteur', en: 'Work at height' },
  SST: { fr: 'Sauveteur secouriste du travail', en: 'Workplace first-aider' },
  THERMO: {
    fr: 'Thermographe formé (par exemple ISO 18436-7, ou agréé pour l’assureur)',
    en: 'Trained thermographer (e.g. ISO 18436-7, or accepted by the insurer)',
  },
};

/** Those that have a name here. */
export const CERTIFICATION_CODES: readonly string[] = Object.keys(CERTIFICATIONS);

const CONDITIONS: Names = {
  irradiance: { fr: 'Éclairement', en: 'Irradiance' },
  wind: { fr: 'Vent', en: 'Wind' },
  cloud: { fr: 'Nébulosité', en: 'Cloud cover' },
  air_temperature: { fr: 'Température de l’air', en: 'Air temperature' },
  module_temperature: { fr: 'Température des modules', en: 'Module temperature' },
};

/** Conditions on site that have a name here. */
export const CONDITION_CODES: readonly string[] = Object.keys(CONDITIONS);

/** Names of the starter catalogue's codes, in the person's language; a code of the organisation's own is shown as it is. */
export function useCatalogueNames() {
  const language = useLanguage();
  const nameIn = (names: Names) => (code: string) => names[code]?.[language] ?? code.replaceAll('_', ' ');
  const certification = nameIn(CERTIFICATIONS);
  return {
    category: nameIn(CATEGORIES),
    tipCategory: nameIn(TIP_CATEGORIES),
    certification,
    /** As one says it in a sentence: `Travail en hauteur`, `BR mention photovoltaïque`. */
    certificationInShort: (code: string) => certification(code).split(/\s*[:(]/)[0] ?? code,
    condition: nameIn(CONDITIONS),
    defect: nameIn(DEFECTS),
    keyword: (code: string) => KEYWORDS[code]?.[language] ?? code,
  };
}
