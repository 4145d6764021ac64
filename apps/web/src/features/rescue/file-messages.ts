import { defineMessages } from '../../platform/messages.ts';
import { workCount } from '../../platform/work-count.ts';

export const fileMessages = defineMessages({
  fr: {
    title: 'Fichier de secours',
    text: 'Si ce téléphone ne peut pas envoyer, emportez votre travail dans un fichier : un autre de vos téléphones ou votre administrateur le remet. L’emporter n’efface rien ici.',
    save: 'Enregistrer le fichier',
    saving: 'Préparation du fichier…',
    saved: (records: number, photos: number) => `Fichier prêt : ${workCount('fr', records, photos)}. Gardez-le jusqu’à ce que tout soit remis.`,
    nothing: 'Tout est déjà au bureau : il n’y a rien à emporter.',
    notSaved: 'Le fichier n’a pas pu être préparé. Rien n’est effacé ; rechargez l’application et réessayez.',
    open: 'Reprendre un fichier',
    opening: 'Lecture du fichier…',
    photoStep: (done: number, of: number) => `Photo ${done} sur ${of}…`,
    taken: (records: number, photos: number) => `Repris : ${workCount('fr', records, photos)}. L’envoi part tout seul.`,
    known: (records: number, photos: number) => `Déjà là : ${workCount('fr', records, photos)}.`,
    takenNothing: 'Tout ce que contient ce fichier est déjà sur ce téléphone. Rien n’a changé.',
    notYours: (name: string) =>
      `Ce fichier contient le travail de ${name}. Il ne change pas de mains : ${name} peut le reprendre après connexion, ou votre administrateur le remet au bureau.`,
    notOurs: 'Ce fichier n’est pas un fichier de secours Heliograph.',
    newer: 'Ce fichier vient d’une application plus récente. Mettez celle-ci à jour, puis réessayez.',
    head: 'Le début du fichier est abîmé : on ne sait pas de qui il vient. Rien n’a été repris ; enregistrez-le à nouveau depuis le premier téléphone.',
    record: (n: number, of: number) =>
      `Le fichier est abîmé au relevé ${n} sur ${of}. Rien n’a été repris ; enregistrez-le à nouveau depuis le premier téléphone.`,
    photo: (n: number, of: number) =>
      `Le fichier est abîmé à la photo ${n} sur ${of}. Rien n’a été repris ; enregistrez-le à nouveau depuis le premier téléphone.`,
    longer: 'Le fichier contient plus que ce qu’il annonce : il a été modifié. Rien n’a été repris.',
    notTaken: 'Le fichier n’a pas pu être repris. Rien de ce qui est enregistré n’a changé ; faites de la place sur ce téléphone et réessayez.',
    word: 'SUPPRIMER',
    typeWord: (word: string) => `Tapez ${word} pour confirmer`,
  },
  en: {
    title: 'Rescue file',
    text: 'If this phone cannot send, take your work away in a file: another phone of yours or your administrator hands it in. Taking it away deletes nothing here.',
    save: 'Save the file',
    saving: 'Preparing the file…',
    saved: (records, photos) => `File ready: ${workCount('en', records, photos)}. Keep it until everything is handed in.`,
    nothing: 'Everything is at the office already: there is nothing to take away.',
    notSaved: 'The file could not be prepared. Nothing is deleted; reload the app and try again.',
    open: 'Take up a file',
    opening: 'Reading the file…',
    photoStep: (done, of) => `Photo ${done} of ${of}…`,
    taken: (records, photos) => `Taken up: ${workCount('en', records, photos)}. They are sent by themselves.`,
    known: (records, photos) => `Here already: ${workCount('en', records, photos)}.`,
    takenNothing: 'Everything in this file is on this phone already. Nothing has changed.',
    notYours: (name) =>
      `This file holds the work of ${name}. It changes no hands: ${name} can take it up after signing in, or your administrator hands it in at the office.`,
    notOurs: 'This is no Heliograph rescue file.',
    newer: 'This file comes from a newer app. Update this one, then try again.',
    head: 'The beginning of the file is damaged: nobody can tell whose it is. Nothing was taken up; save it again from the first phone.',
    record: (n, of) => `The file is damaged at record ${n} of ${of}. Nothing was taken up; save it again from the first phone.`,
    photo: (n, of) => `The file is damaged at photo ${n} of ${of}. Nothing was taken up; save it again from the first phone.`,
    longer: 'The file holds more than it says: it was changed. Nothing was taken up.',
    notTaken: 'The file could not be taken up. Nothing that is saved has changed; make room on this phone and try again.',
    word: 'DELETE',
    typeWord: (word) => `Type ${word} to confirm`,
  },
});
