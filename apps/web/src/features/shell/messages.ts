import { defineMessages } from '../../platform/messages.ts';

export const shell = defineMessages({
  fr: {
    partMissing: 'Cette partie de l’application n’est pas sur ce téléphone.',
    partMissingHelp: 'Retrouvez du réseau, puis rechargez la page. Les autres écrans fonctionnent.',
    opening: 'Ouverture… Gardez le réseau quelques secondes : ensuite, cet écran s’ouvre sans lui.',
    broken: 'Cet écran a rencontré un problème.',
    brokenHelp: 'Revenez en arrière, ou rechargez la page.',
    safe: 'Rien n’est perdu : ce qui est enregistré l’est toujours.',
    reload: 'Recharger la page',
    home: 'Revenir à l’accueil',
    notFound: 'Page introuvable',
    notFoundHelp: 'Cette adresse ne mène à rien. Elle est peut-être mal recopiée.',
  },
  en: {
    partMissing: 'This part of the app is not on this phone.',
    partMissingHelp: 'Find a network, then reload the page. The other screens work.',
    opening: 'Opening… Keep the network for a few seconds: after that, this screen opens without it.',
    broken: 'This screen had a problem.',
    brokenHelp: 'Go back, or reload the page.',
    safe: 'Nothing is lost: what was saved still is.',
    reload: 'Reload the page',
    home: 'Back to the start',
    notFound: 'Page not found',
    notFoundHelp: 'This address leads nowhere. It may have been copied wrongly.',
  },
});
