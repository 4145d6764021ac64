import type { DefectClass } from '@heliograph/domain';
import { starterLibrary } from '../demo/library.ts';

let known: readonly DefectClass[] | null = null;

/** The closed list of defect classes, as the starter library words it. Read once: the whole library is parsed for it. */
export function defectClasses(): readonly DefectClass[] {
  known ??= starterLibrary().catalogues.defectClasses;
  return known;
}
