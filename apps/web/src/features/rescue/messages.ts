import { defineMessages } from '../../platform/messages.ts';
import { workCount } from '../../platform/work-count.ts';

export const rescue = defineMessages({
  fr: {
    title: 'La mémoire de ce téléphone ne s’ouvre pas',
    safe: 'Ce qui est enregistré n’est pas effacé.',
    help: 'Fermez les autres onglets d’Heliograph, puis réessayez. Si cela ne suffit pas, redémarrez le téléphone. N’effacez pas les données du navigateur : les réponses non envoyées y sont.',
    fullTitle: 'Ce téléphone est plein',
    full: 'Rien de nouveau ne peut y être enregistré. Supprimez des photos ou des applications, puis réessayez.',
    hungTitle: 'La mémoire de ce téléphone ne répond pas',
    hung: 'Elle est peut-être retenue par un autre onglet d’Heliograph : fermez-le, puis réessayez. Si cela ne suffit pas, redémarrez le téléphone. N’effacez pas les données du navigateur : les réponses non envoyées y sont.',
    forbiddenTitle: 'Ce navigateur n’enregistre rien',
    forbidden:
      'Une navigation privée, ou un réglage qui bloque les données de site, empêche d’écrire sur ce téléphone. Ouvrez Heliograph dans une fenêtre ordinaire ou autorisez ces données, puis réessayez.',
    retry: 'Réessayer',
    waiting: (records: number, photos: number) => `D’après la dernière note, il y reste à envoyer : ${workCount('fr', records, photos)}.`,
    export: 'Emporter dans un fichier',
    exported: 'Fichier prêt : gardez-le. Un autre téléphone à votre nom ou votre administrateur peut le remettre.',
    exportedNothing: 'La mémoire a pu être lue : rien n’y attend l’envoi.',
    exportFailed: 'La mémoire ne se laisse pas lire pour l’instant. Fermez les autres onglets ou redémarrez le téléphone, puis réessayez.',
  },
  en: {
    title: 'This phone’s memory does not open',
    safe: 'What was saved is not erased.',
    help: 'Close the other tabs of Heliograph, then try again. If that is not enough, restart the phone. Do not clear the browser’s data: unsent answers are in there.',
    fullTitle: 'This phone is full',
    full: 'Nothing new can be saved on it. Delete photos or apps, then try again.',
    hungTitle: 'This phone’s memory does not answer',
    hung: 'Another tab of Heliograph may be holding it: close that tab, then try again. If that is not enough, restart the phone. Do not clear the browser’s data: unsent answers are in there.',
    forbiddenTitle: 'This browser keeps nothing',
    forbidden:
      'Private browsing, or a setting that blocks site data, prevents writing on this phone. Open Heliograph in an ordinary window or allow these data, then try again.',
    retry: 'Try again',
    waiting: (records, photos) => `By the last note, still to be sent from it: ${workCount('en', records, photos)}.`,
    export: 'Take away in a file',
    exported: 'File ready: keep it. Another phone of yours or your administrator can hand it in.',
    exportedNothing: 'The memory could be read: nothing in it waits to be sent.',
    exportFailed: 'The memory cannot be read for now. Close the other tabs or restart the phone, then try again.',
  },
});
