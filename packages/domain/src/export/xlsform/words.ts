import type { Language, Localized } from '../../text.ts';
import type { LossCode } from './loss.ts';

const SAID: Readonly<Record<LossCode, Localized>> = {
  attachment: { fr: 'Images et documents joints', en: 'Pictures and documents with it' },
  certifications: { fr: 'Habilitations demandées', en: 'Certifications asked for' },
  computed: { fr: 'Valeur remplie par une formule', en: 'Value filled in by a formula' },
  condition: {
    fr: 'Condition sur une limite calculée : la question est toujours montrée',
    en: 'Condition on a computed limit: the question is always shown',
  },
  environment: { fr: 'Conditions sur site', en: 'Conditions on site' },
  expected: { fr: 'Valeur attendue par une formule', en: 'Value expected by a formula' },
  finding: { fr: 'Défaut ouvert par une réponse', en: 'Finding opened by an answer' },
  hold_point: { fr: 'Point d’arrêt', en: 'Hold point' },
  instrument: { fr: 'Instrument', en: 'Instrument' },
  limits_by: { fr: 'Limites choisies par une réponse', en: 'Limits switched by an answer' },
  must_show: { fr: 'Ce que la photo doit montrer', en: 'What the photo must show' },
  open_procedure: { fr: 'Procédure ouverte par une réponse', en: 'Procedure opened by an answer' },
  outcome: { fr: 'Verdict des options', en: 'Verdict of the options' },
  photos_many: { fr: 'Plusieurs photos : le formulaire en demande une', en: 'Several photos: the form asks for one' },
  purpose: { fr: 'Raison de l’étape', en: 'Reason for the step' },
  safety: { fr: 'Consignes de sécurité et équipements de protection', en: 'Safety warnings and protective equipment' },
  scan: { fr: 'Équipement attendu à la lecture', en: 'Equipment expected by the scan' },
  severity: { fr: 'Gravité', en: 'Severity' },
  signature_role: { fr: 'Rôle du signataire', en: 'Role of whoever signs' },
  stop_work: { fr: 'Arrêt du travail', en: 'Stopping the work' },
  suspend: { fr: 'Mise en attente', en: 'Parking the run' },
  tools: { fr: 'Outillage', en: 'Tools' },
  watch: { fr: 'Seuils de surveillance', en: 'Watch thresholds' },
};

/** What a form cannot say, in somebody's language. */
export const sayLoss = (code: LossCode, language: Language): string => SAID[code][language];
