import type { DefectClass, Localized } from '@heliograph/domain';
import { starterLibrary } from '../demo/library.ts';

let known: readonly DefectClass[] | null = null;

/** The closed list of defect classes, as the starter library words it. Read once: the whole library is parsed for it. */
export function defectClasses(): readonly DefectClass[] {
  known ??= starterLibrary().catalogues.defectClasses;
  return known;
}

/** What a class is called; a code that the list no longer holds speaks for itself. */
export const labelOf = (code: string): Localized => defectClasses().find((one) => one.code === code)?.label ?? { fr: code, en: code };
