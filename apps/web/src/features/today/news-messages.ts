import { defineMessages } from '../../platform/messages.ts';
import { plural } from '../../platform/plural.ts';

/** The words of work that is no longer this person's: taken back, given to others, or forgotten by a restore. */
export const newsMessages = defineMessages({
  fr: {
    takenOff: (name: string, reason: string) => (reason === '' ? `Confiée à d’autres par ${name}.` : `Confiée à d’autres par ${name} : ${reason}`),
    withdrawnKept: 'Ce que vous avez relevé est gardé et visible au bureau.',
    left: 'Le bureau a confié ce travail à d’autres : il n’est plus pour vous.',
    leftSending: 'Ce que vous avez relevé part encore, puis il quitte ce téléphone.',
    forgottenTitle: 'Le serveur est revenu à une sauvegarde',
    forgotten: (n: number) =>
      plural('fr', n, {
        one: 'Le bureau ne sait plus que ce travail est à vous. Si vous y êtes, continuez : tout est gardé, et sera appliqué quand votre superviseur vous l’aura confié à nouveau. Prévenez-le.',
        other:
          'Le bureau ne sait plus que ces travaux sont à vous. Si vous y êtes, continuez : tout est gardé, et sera appliqué quand votre superviseur vous les aura confiés à nouveau. Prévenez-le.',
      }),
    putAway: 'Retirer de ma journée',
    understood: 'J’ai compris',
    look: 'Lire ce qui est relevé',
  },
  en: {
    takenOff: (name, reason) => (reason === '' ? `Given to others by ${name}.` : `Given to others by ${name}: ${reason}`),
    withdrawnKept: 'What you recorded is kept, and the office can see it.',
    left: 'The office gave this work to others: it is no longer yours.',
    leftSending: 'What you recorded is still being sent; then it leaves this phone.',
    forgottenTitle: 'The server went back to a backup',
    forgotten: (n) =>
      plural('en', n, {
        one: 'The office no longer knows that this work is yours. If you are at it, go on: everything is kept, and is applied once your supervisor has given it to you again. Tell them.',
        other:
          'The office no longer knows that these are yours. If you are at one of them, go on: everything is kept, and is applied once your supervisor has given them to you again. Tell them.',
      }),
    putAway: 'Take off my day',
    understood: 'I understand',
    look: 'Read what was recorded',
  },
});
