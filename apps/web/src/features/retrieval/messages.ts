import { defineMessages } from '../../platform/messages.ts';

export const retrievalMessages = defineMessages({
  fr: {
    fromLibrary: 'De votre bibliothèque',
    noSentence: 'Des passages tels qu’ils sont écrits chez vous. Aucune phrase n’est rédigée.',
    onPhone: 'Trouvés sur ce téléphone, sans réseau.',
    nothingTitle: 'La bibliothèque n’a pas de réponse',
    nothingText: 'Aucune procédure et aucun conseil ne parle de cela. Appelez votre chargé de travaux si le travail attend.',
    reading: 'Recherche dans la bibliothèque',
    defect: 'Défaut',
  },
  en: {
    fromLibrary: 'From your library',
    noSentence: 'Passages as they are written in your organisation. No sentence is generated.',
    onPhone: 'Found on this phone, without a network.',
    nothingTitle: 'The library has no answer',
    nothingText: 'No procedure and no tip speaks of this. Call your work supervisor if the work is waiting.',
    reading: 'Searching the library',
    defect: 'Defect',
  },
});
