import { defineMessages } from '../../../platform/messages.ts';

export const sharedMessages = defineMessages({
  fr: {
    filters: (set: number) => (set === 0 ? 'Filtres' : `Filtres (${set})`),
    problem: 'Il reste quelque chose à corriger',
    changed: 'Quelqu’un a changé ceci entre-temps',
    changedText: 'Voici les deux versions. Rien n’est perdu tant que vous n’avez pas choisi.',
    field: 'Champ',
    theirs: 'Enregistré maintenant',
    mine: 'Ce que vous avez saisi',
    keepMine: 'Enregistrer ma version',
    takeTheirs: 'Garder ce qui est enregistré',
    reason: 'Motif',
    reasonNeeded: 'Donnez un motif.',
    cancelledAlready: 'C’est déjà annulé, pour le motif donné alors.',
  },
  en: {
    filters: (set) => (set === 0 ? 'Filters' : `Filters (${set})`),
    problem: 'Something is left to correct',
    changed: 'Somebody has changed this in the meantime',
    changedText: 'Here are both versions. Nothing is lost until you have chosen.',
    field: 'Field',
    theirs: 'Stored now',
    mine: 'What you entered',
    keepMine: 'Save my version',
    takeTheirs: 'Keep what is stored',
    reason: 'Reason',
    reasonNeeded: 'Give a reason.',
    cancelledAlready: 'Cancelled already, for the reason given then.',
  },
});
