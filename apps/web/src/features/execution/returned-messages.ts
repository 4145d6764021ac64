import { defineMessages } from '../../platform/messages.ts';

/** What the office decided about work: given, sent back, taken back. */
export const returnedMessages = defineMessages({
  fr: {
    newerVersion: (day: string) => `Une version plus récente de la procédure existe depuis le ${day}`,
    newerVersionText: 'Cette intervention continue sur la version avec laquelle elle a commencé.',
    plannedTitle: 'Travail pas encore commencé',
    plannedText: 'Ouvrez-le depuis Ma journée pour le commencer.',
    returned: (name: string) => `À corriger, renvoyée par ${name}`,
    noNote: 'Aucune consigne écrite. Appelez votre superviseur si la raison n’est pas claire.',
    returnedHelp: 'Corrigez, puis terminez à nouveau. Les réponses précédentes restent dans l’historique.',
    thisStep: (name: string) => `${name} demande de revoir cette étape`,
    withdrawn: (name: string) => `Retirée par ${name}`,
    withdrawnKept: 'Tout ce que vous avez relevé est gardé et visible au bureau.',
    forgotten: 'Le bureau ne sait plus que ce travail est à vous',
    forgottenText:
      'Le serveur est revenu à une sauvegarde d’avant. Continuez : ce que vous relevez est gardé, et sera appliqué quand votre superviseur vous l’aura confié à nouveau. Prévenez-le.',
    forgottenOverText:
      'Le serveur est revenu à une sauvegarde d’avant. Tout est gardé sur ce téléphone ; ce qui est parti attend au bureau, et sera appliqué quand votre superviseur vous l’aura confié à nouveau. Prévenez-le.',
    left: 'Ce travail a été confié à d’autres',
    leftBy: (name: string) => `Confiée à d’autres par ${name}`,
    leftText: 'Vous n’êtes plus dessus. Mettez l’installation en sécurité avant de partir ; tout ce que vous relevez arrive quand même au bureau.',
  },
  en: {
    newerVersion: (day) => `A newer version of the procedure exists since ${day}`,
    newerVersionText: 'This intervention goes on with the version it began with.',
    plannedTitle: 'Work not started yet',
    plannedText: 'Open it from My day to start it.',
    returned: (name) => `To be corrected, returned by ${name}`,
    noNote: 'No written instruction. Call your supervisor if the reason is not clear.',
    returnedHelp: 'Correct it, then complete it again. Earlier answers stay in the history.',
    thisStep: (name) => `${name} asks for this step to be looked at again`,
    withdrawn: (name) => `Withdrawn by ${name}`,
    withdrawnKept: 'Everything you recorded is kept, and the office can see it.',
    forgotten: 'The office no longer knows that this work is yours',
    forgottenText:
      'The server went back to an earlier backup. Go on: what you record is kept, and is applied once your supervisor has given it to you again. Tell them.',
    forgottenOverText:
      'The server went back to an earlier backup. Everything is kept on this phone; what was sent waits at the office, and is applied once your supervisor has given it to you again. Tell them.',
    left: 'This work was given to others',
    leftBy: (name) => `Given to others by ${name}`,
    leftText: 'You are no longer on it. Leave the installation safe; everything you record still reaches the office.',
  },
});
