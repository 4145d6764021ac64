import { defineMessages } from '../../platform/messages.ts';

export const stepNoteMessages = defineMessages({
  fr: {
    why: 'Pourquoi cette étape',
    document: 'Ouvrir le document',
    picture: 'Photo de référence',
    away: 'La photo de référence n’est pas sur ce téléphone.',
  },
  en: {
    why: 'Why this step',
    document: 'Open the document',
    picture: 'Reference picture',
    away: 'The reference picture is not on this phone.',
  },
});
