import { defineMessages } from '../../platform/messages.ts';

/** Why work is parked: with gloves a reason is touched sooner than typed. */
export const suspendMessages = defineMessages({
  fr: {
    suspendTitle: 'Suspendre l’intervention',
    usualReasons: 'Motifs courants',
    reasonMistake: 'Commencée par erreur',
    reasonWeather: 'Météo',
    reasonPart: 'Pièce ou outil manquant',
    reasonCalled: 'Appelé ailleurs',
    reasonDayOver: 'Fin de journée',
  },
  en: {
    suspendTitle: 'Suspend the intervention',
    usualReasons: 'Usual reasons',
    reasonMistake: 'Started by mistake',
    reasonWeather: 'Weather',
    reasonPart: 'Part or tool missing',
    reasonCalled: 'Called elsewhere',
    reasonDayOver: 'End of the day',
  },
});
