import type { Language } from '@heliograph/domain';
import { importLibrary } from '@heliograph/domain/import';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { findingsOf, type Surrounding } from '@heliograph/domain/procedure/check';
import { compareProcedures } from '@heliograph/domain/procedure/compare';
import { draftOf, type ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { type Bench, median, plain } from '../measure.ts';

const STEPS = 200;

/** What an editor waits for while writing and before publishing: the check of a draft of 200 steps, and two such versions side by side. */
export const procedures: Bench = {
  name: 'procedures',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const { draft, known } = longDraft();
    const later: ProcedureDraft = {
      ...draft,
      steps: draft.steps.toReversed().map((step, at) => (at % 3 === 0 ? { ...step, required: !step.required } : step)),
    };
    const times = effort === 'short' ? 10 : 50;
    return [
      plain({ name: `check of ${STEPS} steps`, value: timed(times, () => findingsOf(draft, known)), unit: 'ms', target: '20 ms' }),
      plain({
        name: `comparison of ${STEPS} steps, all of them moved`,
        value: timed(times, () => compareProcedures(draft, later)),
        unit: 'ms',
        target: '100 ms',
      }),
    ];
  },
};

/** Median of several runs, ms; the first ones only warm up. */
function timed(times: number, work: () => unknown): number {
  const samples = Array.from({ length: times + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(samples.slice(3));
}

/** The steps of the starter library one after the other, each with an id of its own, with the conditions and formulas that they have. */
function longDraft(): { draft: ProcedureDraft; known: Surrounding } {
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
