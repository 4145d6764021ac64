import type { FindingCode } from '@heliograph/domain/procedure/check';
import { defineMessages } from '../../../platform/messages.ts';

type Words = Readonly<Record<FindingCode, (found: string) => string>>;

const fr: Words = {
  missing: () => 'À remplir : il n’y a rien ici.',
  malformed: () => 'Ce qui est écrit ici ne peut pas être publié.',
  missing_unit: () => 'Donnez une unité à cette mesure.',
  missing_translation: (found) =>
    ({ fr: 'Le texte manque en français.', en: 'Le texte manque en anglais.' })[found] ?? 'Un texte manque dans une langue.',
  missing_input: (found) => `La formule a besoin d’une valeur pour « ${found} ».`,
  bands_not_rising: () => 'Les paliers de gravité doivent monter l’un après l’autre.',
  circle: () => 'Cette étape dépend d’une étape qui dépend d’elle : aucune des deux ne pourrait être décidée.',
  duplicate: (found) => `« ${found} » existe déjà : deux ne peuvent pas porter le même nom.`,
  late_hold_point: (found) => `Le point d’arrêt « ${found} » vient après le geste qu’il protège. Placez-le avant.`,
  later_step: (found) => `La condition porte sur « ${found} », qui vient plus tard. Déplacez l’une des deux étapes.`,
  lockout_without_hold_point: () => 'La consignation est exigée, mais aucun point d’arrêt ne la vérifie.',
  lost_file: (found) => `Le fichier « ${found} » n’est pas sur le serveur. Ajoutez-le de nouveau.`,
  min_above_max: (found) => `Le minimum dépasse le maximum : ${found}.`,
  no_equipment: () => 'Aucun type d’équipement : personne ne trouverait cette procédure depuis un équipement.',
  not_comparable: () => 'La réponse de l’étape choisie ne se compare pas ainsi. Choisissez une autre étape ou une autre comparaison.',
  optional_hold_point: () => 'Un point d’arrêt est toujours obligatoire.',
  other_repeat: (found) => `Les étapes d’un même groupe se répètent sur la même chose : ${found}.`,
  required_unreachable: () => 'Cette étape obligatoire ne sera jamais affichée : ses conditions s’excluent.',
  unknown_category: (found) => `La catégorie « ${found} » n’existe pas.`,
  unknown_certification: (found) => `L’habilitation « ${found} » n’existe pas.`,
  unknown_equipment: (found) => `Le type d’équipement « ${found} » n’existe pas.`,
  unknown_finding: (found) => `Le type de défaut « ${found} » n’existe pas.`,
  unknown_input: (found) => `La formule ne connaît pas de valeur « ${found} ».`,
  unknown_procedure: (found) => `La procédure « ${found} » n’est pas publiée.`,
  unknown_source: (found) => `« ${found} » n’est ni une étape, ni une donnée de l’équipement ou du site.`,
  unknown_step: (found) => `L’étape « ${found} » n’existe plus.`,
  unknown_value: (found) => `« ${found} » n’est pas une réponse possible de cette étape.`,
  unprotected_act: () => 'Ce geste demande une consignation et un courant mesuré, vérifiés par un point d’arrêt avant lui.',
  unreachable: () => 'Cette étape ne sera jamais affichée : ses conditions s’excluent.',
  unused_option: (found) => `Aucune branche ne suit le choix « ${found} », alors que les autres en ont une.`,
  wrong_unit: (found) => `Les unités ne vont pas ensemble : ${found}.`,
};

const en: Words = {
  missing: () => 'To be filled in: nothing is here.',
  malformed: () => 'What is written here cannot be published.',
  missing_unit: () => 'Give this measurement a unit.',
  missing_translation: (found) =>
    ({ fr: 'The text is missing in French.', en: 'The text is missing in English.' })[found] ?? 'A text is missing in one language.',
  missing_input: (found) => `The formula needs a value for “${found}”.`,
  bands_not_rising: () => 'The bands of severity must rise one after the other.',
  circle: () => 'This step depends on a step that depends on it: neither could ever be decided.',
  duplicate: (found) => `“${found}” is there already: two cannot have the same name.`,
  late_hold_point: (found) => `The hold point “${found}” comes after the act it protects. Put it before.`,
  later_step: (found) => `The condition asks “${found}”, which comes later. Move one of the two steps.`,
  lockout_without_hold_point: () => 'A lock-out is asked for, but no hold point verifies it.',
  lost_file: (found) => `The file “${found}” is not on the server. Add it again.`,
  min_above_max: (found) => `The minimum is above the maximum: ${found}.`,
  no_equipment: () => 'No kind of equipment: nobody would find this procedure from a piece of equipment.',
  not_comparable: () => 'The answer of the step chosen cannot be compared like this. Choose another step or another comparison.',
  optional_hold_point: () => 'A hold point is always required.',
  other_repeat: (found) => `Steps of one group repeat over the same thing: ${found}.`,
  required_unreachable: () => 'This required step will never be shown: its conditions exclude each other.',
  unknown_category: (found) => `There is no category “${found}”.`,
  unknown_certification: (found) => `There is no authorisation “${found}”.`,
  unknown_equipment: (found) => `There is no kind of equipment “${found}”.`,
  unknown_finding: (found) => `There is no defect class “${found}”.`,
  unknown_input: (found) => `The formula knows no value “${found}”.`,
  unknown_procedure: (found) => `The procedure “${found}” is not published.`,
  unknown_source: (found) => `“${found}” is neither a step nor a fact of the equipment or the site.`,
  unknown_step: (found) => `The step “${found}” is no longer there.`,
  unknown_value: (found) => `“${found}” is no possible answer of this step.`,
  unprotected_act: () => 'This act needs a lock-out and a measured current, verified by a hold point before it.',
  unreachable: () => 'This step will never be shown: its conditions exclude each other.',
  unused_option: (found) => `No branch follows the choice “${found}”, though the others have one.`,
  wrong_unit: (found) => `The units do not go together: ${found}.`,
};

/** What each finding of the check says to whoever writes a procedure. */
export const findingWords = defineMessages<Words>({ fr, en });
