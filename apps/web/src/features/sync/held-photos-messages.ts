import { defineMessages } from '../../platform/messages.ts';
import { plural } from '../../platform/plural.ts';

export const heldPhotosMessages = defineMessages({
  fr: {
    title: (n: number) => plural('fr', n, { one: '# photo attend le Wi-Fi', other: '# photos attendent le Wi-Fi' }),
    text: 'Votre organisation ménage vos données mobiles. Vos relevés partent sans attendre ; les photos restent en sécurité sur ce téléphone.',
    sendAnyway: 'Envoyer quand même',
  },
  en: {
    title: (n) => plural('en', n, { one: '# photo is waiting for Wi-Fi', other: '# photos are waiting for Wi-Fi' }),
    text: 'Your organisation spares your mobile data. Your records go without waiting; the photos stay safe on this phone.',
    sendAnyway: 'Send anyway',
  },
});
