import { defineMessages } from '../../../platform/messages.ts';

export const cancelMessages = defineMessages({
  fr: {
    cancel: 'Annuler cette intervention…',
    title: 'Annuler l’intervention',
    close: 'Fermer',
    reasonHint: 'Affiché sur les téléphones de l’équipe.',
    safe: 'Ce qui a été relevé reste lisible ici. Ce qui arrive encore est gardé et signalé.',
    closed: 'Cette intervention est déjà terminée : elle ne peut plus être annulée.',
  },
  en: {
    cancel: 'Cancel this intervention…',
    title: 'Cancel the intervention',
    close: 'Close',
    reasonHint: 'Shown on the team’s phones.',
    safe: 'What was recorded can still be read here. What arrives later is kept and flagged.',
    closed: 'This intervention is over already: it can no longer be cancelled.',
  },
});
