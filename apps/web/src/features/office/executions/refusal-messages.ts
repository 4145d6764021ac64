import { defineMessages } from '../../../platform/messages.ts';

/** Why a record stands aside, as the office reads it: what happened, and what lets it in. `held_`: it waits, and nobody has to send it again. */
export const refusalMessages = defineMessages({
  fr: {
    schema: 'Le serveur n’a pas pu lire ce relevé : son auteur doit le ressaisir.',
    unknown_execution: 'L’intervention n’existait pas ici à son arrivée : son auteur peut le renvoyer.',
    unknown_step: 'L’étape n’existe pas dans cette version de la procédure.',
    unknown_procedure: 'La version de la procédure n’était pas ici.',
    not_yours: 'Son auteur n’était pas affecté : affectez-le, puis il pourra le renvoyer.',
    moved: 'L’intervention avait changé de mains : décidez de la suite avec son auteur.',
    too_large: 'Le relevé est trop long : son auteur doit le ressaisir plus court.',
    internal: 'Le serveur a rencontré un problème : son auteur peut le renvoyer.',
    newer_kind: 'Il vient d’une application plus récente que ce serveur.',
    follows_held: 'Il suit un relevé encore en attente.',
    held_author: 'Son auteur n’est pas affecté : le relevé sera appliqué de lui-même dès qu’il le sera.',
    held_newer_kind: 'Il vient d’une application plus récente que ce serveur : il sera appliqué dès que le serveur sera à jour.',
    held_unknown_procedure: 'La version de la procédure n’est pas ici : il sera appliqué dès qu’elle sera publiée.',
  },
  en: {
    schema: 'The server could not read this record: its author has to enter it again.',
    unknown_execution: 'The intervention did not exist here when it arrived: its author can send it again.',
    unknown_step: 'The step does not exist in this version of the procedure.',
    unknown_procedure: 'The version of the procedure was not here.',
    not_yours: 'Its author was not assigned: assign them, then they can send it again.',
    moved: 'The intervention had changed hands: decide with its author what follows.',
    too_large: 'The record is too long: its author has to enter a shorter one.',
    internal: 'The server had a problem: its author can send it again.',
    newer_kind: 'It comes from an app newer than this server.',
    follows_held: 'It follows a record that still waits.',
    held_author: 'Its author is not assigned: the record is applied by itself as soon as they are.',
    held_newer_kind: 'It comes from an app newer than this server: it is applied as soon as the server is up to date.',
    held_unknown_procedure: 'The version of the procedure is not here: it is applied as soon as it is published.',
  },
});
