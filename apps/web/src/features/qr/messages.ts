import { defineMessages } from '../../platform/messages.ts';

export const qrMessages = defineMessages({
  fr: { copied: 'Copié', byHand: 'Sélectionnez l’adresse ci-dessus et copiez-la.' },
  en: { copied: 'Copied', byHand: 'Select the address above and copy it.' },
});
