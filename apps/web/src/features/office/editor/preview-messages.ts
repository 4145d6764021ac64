import { defineMessages } from '../../../platform/messages.ts';

export const previewMessages = defineMessages({
  fr: {
    phone: 'Aperçu sur un téléphone',
    language: 'Langue de l’aperçu',
    fr: 'Français',
    en: 'Anglais',
    restart: 'Recommencer',
    choose: 'Choisissez une étape pour la voir comme le technicien.',
    untitled: 'Étape sans titre',
    unfinished: 'Cette étape n’est pas encore complète : remplissez ce qui est signalé dans la liste des constats.',
    hidden: 'Cette étape n’apparaît pas avec les réponses données dans l’aperçu.',
    place: (n: number, of: number) => `${n} / ${of}`,
    previous: 'Précédent',
    next: 'Suivant',
  },
  en: {
    phone: 'Preview on a phone',
    language: 'Language of the preview',
    fr: 'French',
    en: 'English',
    restart: 'Start again',
    choose: 'Choose a step to see it as the technician will.',
    untitled: 'Untitled step',
    unfinished: 'This step is not complete yet: fill in what the list of findings points at.',
    hidden: 'With the answers given in the preview this step does not appear.',
    place: (n, of) => `${n} / ${of}`,
    previous: 'Previous',
    next: 'Next',
  },
});
