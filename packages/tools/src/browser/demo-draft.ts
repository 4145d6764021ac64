import type { Page } from '@playwright/test';
import { ask, tell } from './ask.ts';

const SLUG = 'tracker-inspection';

interface Document {
  readonly title: { readonly fr: string; readonly en: string };
  readonly steps: readonly { readonly id: string; readonly instructions: { readonly fr: string; readonly en: string } }[];
}

/**
 * The code of a published procedure with a draft beside it, made where there is none: a step moved, one changed and not translated, one taken
 * away, one added that nobody can reach. Whoever is signed in may write procedures.
 */
export async function findDraft(page: Page): Promise<string> {
  const { document, revision } = await ask<{ document: Document; revision: number }>(page, 'procedure.draft', { slug: SLUG });
  if (revision > 0) return SLUG;
  const [first, second, third, ...rest] = document.steps;
  if (first === undefined || second === undefined || third === undefined) throw new Error(`${SLUG} has fewer than three steps`);
  const changed = { ...second, instructions: { fr: 'Regarder les deux fins de course, nacelle à plat.', en: '' } };
  const both = [
    { step: first.id, op: 'eq', value: 'ok' },
    { step: first.id, op: 'eq', value: 'fail' },
  ];
  const words = (fr: string, en: string) => ({ fr, en });
  const lost = {
    ...{ id: 'jamais', kind: 'text', title: words('Relevé de vent', 'Wind reading'), instructions: words('', '') },
    ...{ required: true, holdPoint: false, showIf: { all: both } },
  };
  const steps = [first, third, changed, ...rest.slice(1), lost];
  await tell(page, 'procedure.saveDraft', { slug: SLUG, revision, document: { ...document, title: { ...document.title, en: '' }, steps } });
  return SLUG;
}

/** A form in which something is carried over, something changed, something lost, and one question asked twice. */
export const FORM = `| survey | | | | | |
| --- | --- | --- | --- | --- | --- |
| | type | name | label::Français (fr) | relevant | appearance |
| | select_one state | state | État général | | quick |
| | text | why | Cause visible | \${state} = 'worn' | |
| | date | next | Prochaine visite | | |
| | rank state | order | Ordre de passage | | |
| choices | | | | | |
| | list_name | name | label::Français (fr) | | |
| | state | good | Bon | | |
| | state | worn | Usé | | |
`;
