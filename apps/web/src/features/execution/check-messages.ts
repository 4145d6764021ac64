import { defineMessages } from '../../platform/messages.ts';
import { plural } from '../../platform/plural.ts';

/** Of the page before the end. */
export const checkMessages = defineMessages({
  fr: {
    leftToFill: (n: number) => plural('fr', n, { one: 'Il reste une étape à remplir', other: 'Il reste # étapes à remplir' }),
    moreBelow: (n: number) => plural('fr', n, { one: 'et une autre, dans la liste ci-dessous', other: 'et # autres, dans la liste ci-dessous' }),
    goToStep: (n: number) => `Aller à l’étape ${n}`,
    openPoints: 'Reste à faire',
    leftToDo: (n: number) => plural('fr', n, { one: '# étape', other: '# étapes' }),
    allDone: 'Toutes les étapes obligatoires sont faites.',
    toFill: (n: number, title: string) => `Étape ${n}, ${title} : à remplir`,
    fill: 'Remplir',
    edit: 'Modifier',
    signedOver: 'Des réponses ont changé depuis la signature',
    signedOverText: 'Elle reste dans l’historique. Signez à nouveau pour que la signature porte sur ce qui est écrit.',
  },
  en: {
    leftToFill: (n: number) => plural('en', n, { one: 'One step is left to fill in', other: '# steps are left to fill in' }),
    moreBelow: (n: number) => plural('en', n, { one: 'and one more, in the list below', other: 'and # more, in the list below' }),
    goToStep: (n: number) => `Go to step ${n}`,
    openPoints: 'Still to do',
    leftToDo: (n: number) => plural('en', n, { one: '# step', other: '# steps' }),
    allDone: 'All required steps are done.',
    toFill: (n: number, title: string) => `Step ${n}, ${title}: to fill in`,
    fill: 'Fill in',
    edit: 'Change',
    signedOver: 'Answers have changed since the signature',
    signedOverText: 'It stays in the history. Sign again, so that the signature covers what is written.',
  },
});
