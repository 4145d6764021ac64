import type { ReadyRemark } from './remark.ts';

/** Kind of step, category, French, English. */
const FIRST: readonly (readonly [kind: string | null, category: string | null, fr: string, en: string])[] = [
  [null, null, 'Rien à signaler', 'Nothing to report'],
  [null, null, 'Accès impossible', 'No access'],
  [null, null, 'À revoir à la prochaine visite', 'To be looked at next visit'],
  ['measurement', null, 'Mesure refaite, même valeur', 'Measured again, same value'],
  ['measurement', null, 'Éclairement instable', 'Unstable irradiance'],
  ['measurement', null, 'Non mesuré', 'Not measured'],
  ['check', null, 'Traces d’humidité', 'Traces of moisture'],
  ['check', null, 'Repérage illisible', 'Label not readable'],
  ['photo', null, 'Vue gênée', 'View obstructed'],
  [null, 'cleaning', 'Eau calcaire', 'Hard water'],
  [null, 'inspection', 'Végétation haute', 'Tall vegetation'],
  [null, 'thermography', 'Ciel variable', 'Changing sky'],
];

/** What an organisation begins with, until it writes its own. */
export const FIRST_REMARKS: readonly ReadyRemark[] = FIRST.map(([kind, category, fr, en], at) => ({
  ...{ id: `r${String(at + 1).padStart(2, '0')}`, kind, category },
  text: { fr, en },
}));
