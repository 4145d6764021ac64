import { defineMessages } from '../../platform/messages.ts';
import { workCount } from '../../platform/work-count.ts';

export const lossMessages = defineMessages({
  fr: {
    title: 'Des relevés de ce téléphone ont disparu',
    text: (ops: number, photos: number) =>
      `Le navigateur a effacé ${workCount('fr', ops, photos)} avant l’envoi. Votre superviseur en est averti dès que ce téléphone voit le réseau. Si vous aviez enregistré un fichier de secours, reprenez-le ; sinon ce travail est à refaire.`,
    restToo: (ops: number, photos: number) => `Repris de la copie gardée sur ce téléphone : ${workCount('fr', ops, photos)}.`,
    restoredTitle: 'Vos relevés ont été repris',
    restoredText: (ops: number, photos: number) =>
      `Le navigateur avait perdu des données de l’application. Ce qui n’était pas envoyé est revenu de la copie gardée sur ce téléphone : ${workCount('fr', ops, photos)}. Revoyez ce que vous étiez en train d’écrire ; s’il manque une procédure, elle revient avec le réseau.`,
    seen: 'J’ai compris',
    file: 'Reprendre un fichier',
  },
  en: {
    title: 'Records of this phone have disappeared',
    text: (ops, photos) =>
      `The browser deleted ${workCount('en', ops, photos)} before they were sent. Your supervisor is told as soon as this phone sees a network. If you had saved a rescue file, take it up; otherwise this work is to be done again.`,
    restToo: (ops, photos) => `Brought back from the copy kept on this phone: ${workCount('en', ops, photos)}.`,
    restoredTitle: 'Your records were brought back',
    restoredText: (ops, photos) =>
      `The browser had lost data of the app. What was not sent came back from the copy kept on this phone: ${workCount('en', ops, photos)}. Look again at what you were typing; a procedure that is missing comes back with the network.`,
    seen: 'I understand',
    file: 'Take up a file',
  },
});
