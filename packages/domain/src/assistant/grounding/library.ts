import type { Library } from '../../import/starter-library.ts';
import { type Passage, passageOfDefect, passageOfTip, passagesOfProcedure } from './passages.ts';

/** A whole library in passages. */
export const passagesOfLibrary = ({ procedures, tips, catalogues }: Pick<Library, 'procedures' | 'tips' | 'catalogues'>): Passage[] => [
  ...procedures.flatMap(({ content }) => passagesOfProcedure(content)),
  ...tips.map(passageOfTip),
  ...catalogues.defectClasses.map(passageOfDefect),
];
