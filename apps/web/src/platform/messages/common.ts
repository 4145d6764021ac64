import { defineMessages } from '../messages.ts';

/** Words that mean the same on every screen. */
export const common = defineMessages({
  fr: {
    back: 'Retour',
    close: 'Fermer',
    undo: 'Annuler',
    retry: 'Réessayer',
    save: 'Enregistrer',
    edit: 'Modifier',
    next: 'Suivant',
    previous: 'Précédent',
    search: 'Rechercher',
    clearSearch: 'Effacer la recherche',
    loading: 'Lecture en cours',
    savedHere: 'Enregistré sur ce téléphone',
    said: (label: string, value: string) => `${label} : ${value}`,
  },
  en: {
    back: 'Back',
    close: 'Close',
    undo: 'Undo',
    retry: 'Try again',
    save: 'Save',
    edit: 'Change',
    next: 'Next',
    previous: 'Previous',
    search: 'Search',
    clearSearch: 'Clear the search',
    loading: 'Reading',
    savedHere: 'Saved on this phone',
    said: (label, value) => `${label}: ${value}`,
  },
});
