import type { Answers } from '../pages/work.ts';

/** What the year's visit of a string inverter finds where all is well. */
export const preventiveOf = ({ label, remark, power }: { label: string; remark: string; power: string }): Answers => ({
  "Identifier l'onduleur": (step) => step.scan(label),
  'Alarmes et historique': (step) => step.write(remark),
  'Puissance AC relevée': (step) => step.measure(power),
  'Écart de courant entre entrées identiques': (step) => step.measure('3,2'),
  "Isolement affiché par l'onduleur": (step) => step.measure('1240'),
  'Échauffement en charge (thermographie)': (step) => step.measure('6,5'),
  'Arrêt, consignation et absence de courant DC': (step) => step.choose('Conforme'),
  'Temps de décharge écoulé': (step) => step.choose('Conforme'),
  'Nettoyer radiateur et grilles': (step) => step.confirm(),
  Ventilateurs: (step) => step.choose('Conforme'),
  'Connecteurs DC et presse-étoupes': (step) => step.choose('Conforme'),
  'Serrage des bornes AC et terre': (step) => step.choose('Conforme'),
  'Parafoudres et voyants': (step) => step.choose('Conforme'),
  'Étanchéité et corrosion': (step) => step.choose('Conforme'),
  'Remise en service et contrôle': (step) => step.choose('Conforme'),
  'Signature du technicien': (step) => step.sign(),
});
