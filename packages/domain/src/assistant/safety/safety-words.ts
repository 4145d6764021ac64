import type { Localized } from '../../text.ts';
import type { Refusal } from './refusals.ts';
import type { Reminder } from './safety.ts';

const CALL = { fr: 'Appelez votre chargé de travaux.', en: 'Call your work supervisor.' };
const LOCK_OUT = { fr: 'Voulez-vous ouvrir la procédure de consignation ?', en: 'Shall I open the lock-out procedure?' };
/** Of the starter library: what is opened where a refusal asks so. */
export const LOCK_OUT_PROCEDURE = 'loto-string-inverter';
export const offersLockOut = (refuse: Refusal): boolean => REFUSAL_WORDS[refuse].en.includes(LOCK_OUT.en);

/** Said in place of an answer: what cannot be done, what to do instead, whom to call. */
export const REFUSAL_WORDS: Readonly<Record<Refusal, Localized>> = {
  bypass_protection: {
    fr: `Je ne peux pas vous guider pour contourner une protection ou une consignation : elle est là pour vous. Laissez l’équipement à l’arrêt et cherchez la cause du déclenchement. ${CALL.fr}`,
    en: `I cannot guide you around a protection or a lock-out: it is there for you. Leave the equipment stopped and look for what tripped it. ${CALL.en}`,
  },
  under_load: {
    fr: `Je ne peux pas vous guider pour cela : l’opération peut provoquer un arc en charge. Arrêtez l’onduleur, ouvrez par l’appareil prévu, consignez et mesurez le courant (0,5 A au plus ou la valeur de votre site). ${CALL.fr} ${LOCK_OUT.fr}`,
    en: `I cannot guide that: it may cause an arc under load. Stop the inverter, open with the proper device, lock out and measure the current (0.5 A or your site’s value). ${CALL.en} ${LOCK_OUT.en}`,
  },
  declare_dead: {
    fr: 'Je ne peux pas dire qu’un circuit est hors tension ou sans danger, ni d’après un texte ni d’après une photo. Seule une vérification d’absence de tension, faite par une personne habilitée avec un appareil contrôlé, le dit. Une chaîne est sous tension dès qu’il fait jour.',
    en: 'I cannot say that a circuit is dead or safe, neither from a text nor from a photo. Only an absence-of-voltage check by an authorised person with a proved tester says so. A string is live whenever there is daylight.',
  },
  work_alone: {
    fr: `Je ne peux pas vous guider seul pour une tâche prévue à deux. Attendez votre second intervenant. ${CALL.fr}`,
    en: `I cannot guide you alone through a task meant for two. Wait for your second person. ${CALL.en}`,
  },
  thunderstorm: {
    fr: `On ne continue pas pendant un orage. Arrêtez, mettez-vous à l’abri, et ne reprenez qu’après le délai de votre site. ${CALL.fr}`,
    en: `Work does not go on in a thunderstorm. Stop, take shelter, and start again only after your site’s delay. ${CALL.en}`,
  },
  rearm_repeatedly: {
    fr: `Je ne peux pas vous conseiller de réarmer plusieurs fois : une protection qui déclenche a une raison. Laissez ouvert, relevez l’alarme, cherchez la cause. ${CALL.fr}`,
    en: `I cannot advise to re-arm again and again: a protection that trips has a reason. Leave it open, note the alarm, look for the cause. ${CALL.en}`,
  },
  invent: {
    fr: 'Je n’invente ni mesure, ni numéro de série, ni texte de norme. Ce qui n’a pas été mesuré se note « non mesuré », avec la raison.',
    en: 'I invent no measurement, no serial number and no text of a standard. What was not measured is noted “not measured”, with the reason.',
  },
  sign_or_tick: {
    fr: 'Je ne signe, ne coche et ne clôture rien : c’est votre nom et votre heure qui comptent. Ouvrez l’étape et répondez vous-même.',
    en: 'I sign, tick and close nothing: your name and your time are what counts. Open the step and answer it yourself.',
  },
  medical: {
    fr: 'Je ne donne pas d’avis médical. Appelez le 15 ou le 112, protégez, ne déplacez pas la victime, commencez le massage cardiaque si vous y êtes formé.',
    en: 'I give no medical advice. Call 15 or 112, protect, do not move the victim, start CPR if you are trained.',
  },
  undocumented_value: {
    fr: `Je n’ai pas cette valeur dans un document de ce modèle exact, et je ne la devine pas. Lisez la notice ou la plaque de l’équipement. ${CALL.fr}`,
    en: `I do not have this value in a document for that exact model, and I do not guess it. Read the manual or the equipment’s plate. ${CALL.en}`,
  },
};

/** Said beside every answer that it concerns. */
export const REMINDER_WORDS: Readonly<Record<Reminder, Localized>> = {
  not_a_substitute: {
    fr: 'Cette réponse ne remplace ni la personne habilitée ni la notice.',
    en: 'This answer replaces neither the authorised person nor the manual.',
  },
  live_in_daylight: {
    fr: 'Une chaîne est sous tension dès qu’il fait jour, même onduleur arrêté.',
    en: 'A string is live whenever there is daylight, even with the inverter stopped.',
  },
  authorised_and_locked_out: {
    fr: 'Êtes-vous habilité, et l’équipement est-il consigné ?',
    en: 'Are you authorised, and is the equipment locked out?',
  },
  look_first: {
    fr: 'D’abord regarder et mesurer, sans rien toucher.',
    en: 'First look and measure, touching nothing.',
  },
  stop_in_thunder: {
    fr: 'Tonnerre : on arrête et on se met à l’abri.',
    en: 'Thunder: stop and take shelter.',
  },
};

/** The two lines before anything else, above the door to the sheet. */
export const EMERGENCY_LINES: readonly Localized[] = [
  { fr: 'Danger immédiat ? Éloignez-vous et appelez le 112.', en: 'Immediate danger? Move away and call 112.' },
  {
    fr: 'Ne touchez pas la victime avant coupure ou mise à distance.',
    en: 'Do not touch the victim before the power is cut or they are clear of it.',
  },
];

/** After three exchanges that did not help. */
export const THREE_EXCHANGES: Localized = {
  fr: 'Trois échanges n’ont pas suffi : arrêtez-vous et appelez quelqu’un.',
  en: 'Three exchanges have not been enough: stop and call someone.',
};
