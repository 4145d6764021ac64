import type { Language } from '@heliograph/domain';
import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import type { Surrounding } from '@heliograph/domain/procedure/check';
import { draftOf, type ProcedureDraft } from '@heliograph/domain/procedure/draft';

/** As long as a procedure gets. */
export const STEPS = 200;

/** The steps of the starter library one after the other, each with an id of its own, with the conditions and formulas that they have. */
export function longDraft(): { draft: ProcedureDraft; known: Surrounding } {
  const read = importLibrary(starter);
  if (read.kind === 'refused') throw new Error('the starter library is refused');
  const { catalogues, procedures: all } = read.library;
  const codes = (entries: readonly { readonly code: string }[]) => new Set(entries.map(({ code }) => code));
  const languages: readonly Language[] = ['fr', 'en'];
  const known = {
    categories: codes(catalogues.categories),
    equipmentTypes: codes(catalogues.equipmentTypes),
    certifications: codes(catalogues.certifications),
    findings: codes(catalogues.defectClasses),
    procedures: new Set(all.map(({ content }) => content.slug)),
    languages,
  };
  const [first] = all;
  if (first === undefined) throw new Error('the starter library is empty');
  const text = JSON.stringify(all.map(({ content }, n) => renamed(content.steps, n)));
  const lists: ProcedureDraft['steps'][] = JSON.parse(text);
  return { draft: { ...draftOf(first.content), steps: lists.flat().slice(0, STEPS) }, known };
}

/** Ids of one procedure made its own wherever they are named: `s04` becomes `p2-s04`. */
const renamed = (steps: unknown, n: number): unknown => JSON.parse(JSON.stringify(steps).replaceAll(/"(s\d\d)"/g, `"p${n}-$1"`));
