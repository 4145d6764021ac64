import { listLibrary, readOrg } from '@heliograph/db';
import type { AssetId, Localized } from '@heliograph/domain';
import type { Retrieved } from '@heliograph/domain/assistant/grounding';
import { bandOf, confidenceOf, MOST_SUGGESTIONS, type Proposal, type Suggestion, shownDefects } from '@heliograph/domain/vision';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { defectClasses } from '../retrieval/defect-classes.ts';
import { searchPassages } from '../retrieval/retrieval.service.ts';

/** Passages looked through for each defect. */
const PASSAGES = 12;
const LONGEST_WHY = 160;

interface Wanted {
  readonly proposal: Proposal;
  readonly threshold: number;
  readonly asset: AssetId | null;
}

type Candidate = Pick<Suggestion, 'slug' | 'step' | 'why'>;

/**
 * Procedures of the organisation's own library that fit what is seen: those that the handbook gives for its defects, then what retrieval finds, as
 * the person asking. What may not be shown suggests nothing, and a model's words name no procedure.
 */
export async function suggestionsFor({ db }: Pick<Deps, 'db'>, actor: Actor, { proposal, threshold, asset }: Wanted): Promise<Suggestion[]> {
  if (bandOf(confidenceOf(proposal), threshold) === 'unsure') return [];
  const shown = new Set(shownDefects(proposal.defects, threshold).map((defect) => defect.class));
  const classes = defectClasses().filter(({ code }) => shown.has(code));
  const given = classes.flatMap(({ procedure: slug, label }) => (slug === undefined ? [] : [{ slug, step: null, why: label }]));
  const queries = classes.length > 0 ? classes.map(({ label }) => label.fr) : [proposal.equipment].filter(Boolean);
  const found: Candidate[] = [];
  for (const query of queries)
    found.push(...(await searchPassages({ db }, actor, { query, limit: PASSAGES, ...(asset === null ? {} : { asset }) })).flatMap(candidateOf));
  const library = new Map((await readOrg(db, actor, listLibrary)).map((entry) => [entry.slug, entry]));
  const bySlug = new Map([...given, ...found].toReversed().map((one) => [one.slug, one]));
  return [...new Set([...given, ...found].map(({ slug }) => slug))]
    .flatMap((slug) => {
      const [entry, candidate] = [library.get(slug), bySlug.get(slug)];
      if (entry === undefined || candidate === undefined) return [];
      return [{ ...candidate, hash: entry.hash, version: entry.number, title: entry.title }];
    })
    .slice(0, MOST_SUGGESTIONS);
}

const candidateOf = ({ kind, id, step, passage }: Retrieved): Candidate[] =>
  kind === 'procedure' ? [{ slug: id, step, why: { fr: beginningOf(passage.fr), en: beginningOf(passage.en) } satisfies Localized }] : [];

/** The first sentence of a passage, or what fits of it. */
function beginningOf(text: string): string {
  const [sentence = ''] = text.split(/(?<=[.!?])\s/, 1);
  return sentence.length <= LONGEST_WHY ? sentence : `${sentence.slice(0, LONGEST_WHY - 1).toWellFormed()}…`;
}
