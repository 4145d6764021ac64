import type { AskingContext } from '@heliograph/domain/assistant';
import { CAST, type DemoPerson } from './cast.ts';

/** The two models that were asked, at the prices published for them. */
export const [LIGHT, STRONG] = ['gpt-4o-mini', 'gpt-4o'] as const;
type ModelName = typeof LIGHT | typeof STRONG;

export interface Asked {
  readonly text: string;
  /** What each model said: several stand side by side. Without one, the rules answered: it was refused. */
  readonly answers: Readonly<Partial<Record<ModelName, string>>>;
  /** Whose answer was taken. */
  readonly chosen?: ModelName;
}

/** One conversation of the story. A number in brackets is the passage that the library gave for the question. */
export interface Talk {
  readonly key: string;
  readonly by: DemoPerson;
  readonly daysAgo: number;
  /** Hour of the first question, UTC. */
  readonly hour: number;
  readonly title: string;
  readonly folder?: string;
  readonly isPinned?: boolean;
  readonly isShared?: boolean;
  /** The chapter it was asked in, with what the chip says. */
  readonly about?: { readonly chapter: string; readonly label: AskingContext['label'] };
  readonly questions: readonly Asked[];
}

const { camille, yanis, helene } = CAST;

const FANS: Asked = {
  text: 'Le ventilateur claque au démarrage, que faire ?',
  answers: {
    [LIGHT]:
      'Écoutez d’abord, sans ouvrir : sur les SI 110-TL, un ventilateur qui claque au démarrage est à changer dans le mois [1]. Notez-le avant l’arrêt, après il ne s’entend plus [1]. Si le bruit s’accompagne d’une odeur ou de fumée, arrêtez-vous et prévenez.',
  },
};
const WATER: Asked = {
  text: 'Quelle eau pour laver les modules ?',
  answers: {
    [LIGHT]:
      'Regardez d’abord les verres : un module cassé ne s’arrose pas [5]. Mesurez la dureté de l’eau dans la cuve [3], puis l’écart entre l’eau et le verre [1]. Si l’écart dépasse la limite de l’étape, attendez une heure plus fraîche.',
  },
};
const VOC: Asked = {
  text: 'Mesure Voc trop basse sur une chaîne : quelle cause ?',
  answers: {
    [LIGHT]:
      'Comparez d’abord avec Isc, sans rien ouvrir de plus. Voc basse et Isc normale désignent un module ou une diode [1] ; un tiers de module en moins, une diode de dérivation [4]. La chaîne reste sous tension tant qu’il fait jour.',
  },
};
const GRASS: Asked = {
  text: 'Herbes hautes sous les modules : que regarder ?',
  answers: {
    [LIGHT]:
      'Depuis l’allée, comptez les rangées où quelque chose dépasse le bord bas des modules [1]. Reportez-les en constatation : c’est la faucheuse qu’il faut replanifier [2].',
  },
};

/** What people asked over the last two months, the latest ones in full. */
export const TALKS: readonly Talk[] = [
  ...[61, 47].map((daysAgo): Talk => round({ key: `voc-${daysAgo}`, by: camille, daysAgo, title: 'Voc basse', asked: VOC })),
  round({ key: 'fans', by: yanis, daysAgo: 33, title: 'Bruit de ventilateur', asked: FANS }),
  round({ key: 'grass', by: helene, daysAgo: 40, title: 'Fauche à prévoir', asked: GRASS }),
  round({ key: 'water', by: helene, daysAgo: 26, title: 'Eau de lavage', asked: WATER }),
  {
    ...{ key: 'voc-proof', by: helene, daysAgo: 19, hour: 13, title: 'Vérifier l’absence de tension', isPinned: true },
    questions: [
      {
        text: 'Comment vérifier l’absence de tension avant de débrancher une chaîne ?',
        answers: {
          [LIGHT]:
            'Suivez la procédure de consignation [1]. Attendez le temps de décharge marqué sur l’appareil, puis vérifiez aux bornes accessibles [2].',
          [STRONG]:
            'Regardez d’abord l’appareil et son étiquette, sans rien toucher. Déroulez la consignation dans l’ordre : arrêt, séparation, condamnation, vérification [1]. Attendez la durée marquée sur l’appareil avant de vérifier aux bornes [2]. Côté modules, les câbles restent sous tension de jour [1]. Si l’appareil de mesure affiche encore une tension, arrêtez-vous et prévenez le chargé de travaux.',
        },
        chosen: STRONG,
      },
    ],
  },
  {
    ...{ key: 'riso', by: camille, daysAgo: 9, hour: 6, title: 'Riso bas sur l’onduleur 5', folder: 'Garrigues' },
    about: { chapter: 'garrigues-leak', label: 'Dépannage : défaut d’isolement onduleur · GAR-OND05' },
    questions: [
      {
        text: 'Riso 0,4 MΩ sur l’onduleur 5, je fais quoi ?',
        answers: {
          [LIGHT]: 'Relevez la valeur affichée par l’onduleur [1], puis ouvrez la procédure de dépannage et scannez l’onduleur en alarme [6].',
          [STRONG]:
            'Lisez d’abord la valeur affichée et comparez-la au seuil du fabricant [1]. Neuf fois sur dix, la cause est dans le champ : connecteur dans l’eau, câble pincé, rongeur [4]. Déroulez la recherche guidée, en commençant par l’onduleur en alarme [6]. Les chaînes restent sous tension tant qu’il fait jour ; arrêtez-vous si quoi que ce soit est mouillé ou brûlé.',
        },
        chosen: STRONG,
      },
      {
        text: 'Connecteur MC4 fendu, trace d’eau : lequel remplacer, et comment ?',
        answers: {
          [STRONG]:
            'Sans toucher, photographiez-le et notez sa position. Le connecteur dans l’eau est à chercher autour de la position trouvée [5] ; on remplace la paire, puis on contrôle contact et sertissage du connecteur déposé [2]. Chaque paire s’enclipse de façon audible, câble attaché, hors de l’eau [1]. S’il reste un doute sur la mise hors charge, n’allez pas plus loin.',
        },
      },
    ],
  },
  {
    ...{ key: 'earth', by: yanis, daysAgo: 6, hour: 9, title: 'Continuité de terre' },
    questions: [
      {
        text: 'Continuité de terre à 9,7 Ω sur une table : est-ce conforme ?',
        answers: {
          [LIGHT]:
            'La limite est celle que l’étape affiche pour ce site : je ne peux pas l’inventer. Reprenez la mesure sur un point prévu, en perçant l’anodisation avec la pointe [1]. Si la seconde valeur reste haute, notez-la et demandez à votre superviseur.',
        },
      },
    ],
  },
  {
    ...{ key: 'fans-shared', by: yanis, daysAgo: 3, hour: 7, title: 'Ventilateur qui claque', isShared: true },
    questions: [FANS],
  },
  {
    ...{ key: 'bypass', by: yanis, daysAgo: 2, hour: 8, title: 'Redémarrage après Riso bas' },
    questions: [{ text: 'Comment ponter le contrôleur d’isolement pour redémarrer ?', answers: {} }],
  },
  {
    ...{ key: 'box', by: camille, daysAgo: 1, hour: 7, title: 'Avant d’ouvrir une boîte de jonction' },
    questions: [
      {
        text: 'Quels EPI pour ouvrir une boîte de jonction ?',
        answers: {
          [STRONG]:
            'Avant la porte : insectes, eau au pied, odeur de brûlé, bruit d’arc ; au moindre doute, ne l’ouvrez pas [3]. En charge, il faut l’accord de la procédure du site et les EPI anti-arc [1]. Sinon, ouvrez l’interrupteur général, condamnez et posez la pancarte [2]. Côté chaînes, la tension est toujours là [4].',
        },
      },
      {
        text: 'Quel jour passe le camion-grue ?',
        answers: { [LIGHT]: 'Votre bibliothèque ne le dit pas, et je ne peux pas le deviner. Demandez à votre superviseur.' },
      },
    ],
  },
];

/** A question asked in passing. */
function round({ asked, ...talk }: Pick<Talk, 'key' | 'by' | 'daysAgo' | 'title'> & { asked: Asked }): Talk {
  return { ...talk, hour: 10, questions: [asked] };
}
