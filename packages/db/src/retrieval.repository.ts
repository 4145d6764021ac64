import { likely, type QuestionWord, type Source } from '@heliograph/domain/assistant/grounding';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** A passage that holds words of a question, in one of its languages. */
export interface FoundPassage extends Source {
  readonly number: number;
  readonly language: 'fr' | 'en';
  /** Higher is better, within a language. */
  readonly score: number;
  /** Places of the question's words that it holds. */
  readonly found: readonly number[];
  /** Passages that hold each word of the question, in this language. */
  readonly seen: readonly number[];
}

/** What others call a thing counts less than the word itself, and a guess at a misspelt word a little less. */
const ALSO = 0.6;
const GUESSED = 0.8;
/** Passages read for one word. Of those that more hold, it tells so little that the lightest may be left out. */
const HEAVIEST = 600;

interface Asked {
  readonly place: number;
  readonly text: string;
  readonly factor: number;
}

/** The best passages for the words of a question, language by language. A word that nothing holds is looked for as those that are spelled alike. */
export async function findPassages(tx: OrgTx, words: readonly QuestionWord[], options: { passages: number; most: number }): Promise<FoundPassage[]> {
  if (words.length === 0) return [];
  const asked = words.flatMap(({ word, also }, place) => [{ place, text: word, factor: 1 }, ...also.map((text) => ({ place, text, factor: ALSO }))]);
  const rows = await rank(tx, asked, options);
  const known = new Set(rows.flatMap(({ counts }) => Object.keys(counts).map(Number)));
  const guesses = [];
  for (const [place, { word }] of words.entries()) if (!known.has(place)) guesses.push(...(await guess(tx, word, place)));
  const best = guesses.length === 0 ? rows : await rank(tx, [...asked, ...guesses], options);
  return best.map(({ counts, step, ...row }) => ({ ...row, step: step === '' ? null : step, seen: words.map((_, place) => counts[place] ?? 0) }));
}

async function guess(tx: OrgTx, word: string, place: number): Promise<Asked[]> {
  const near = await tx.selectFrom('passageTerm').select('term').where('orgId', '=', tx.org).where('initial', '=', word.slice(0, 1)).execute();
  return likely(
    word,
    near.map(({ term }) => term),
  ).map((text) => ({ place, text, factor: GUESSED }));
}

/** What is asked, stemmed in both languages. */
const lexemes = (asked: readonly Asked[]) => sql`
  select a.place, a.factor, l.language, unnest(l.words) as word
  from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) a(place int, text text, factor float8)
  cross join lateral (values ('fr', ts_lexize('pg_catalog.french_stem', a.text)), ('en', ts_lexize('pg_catalog.english_stem', a.text))) l(language, words)`;

type Row = Omit<FoundPassage, 'step' | 'seen'> & { readonly step: string; readonly counts: Readonly<Record<number, number>> };

async function rank(tx: OrgTx, asked: readonly Asked[], { passages, most }: { passages: number; most: number }): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with asked as (${lexemes(asked)}),
    posting as (
      select a.language, a.place, w.passage_id, max(a.factor * w.weight) as weight
      from asked a cross join lateral (
        select passage_id, weight from passage_word w where w.org_id = ${tx.org} and w.language = a.language and w.word = a.word
        order by w.weight desc, w.passage_id desc limit ${HEAVIEST}) w
      group by a.language, a.place, w.passage_id),
    counted as (
      select a.language, a.place, max(held.passages) as seen
      from asked a cross join lateral (
        select count(*) as passages from passage_word w where w.org_id = ${tx.org} and w.language = a.language and w.word = a.word) held
      group by a.language, a.place having max(held.passages) > 0),
    ranked as (
      select p.language, p.passage_id, sum(p.weight * ln(1 + ${passages}::float8 / (c.seen + 0.5))) as score, array_agg(p.place) as found
      from posting p join counted c using (language, place) group by p.language, p.passage_id),
    best as (select *, row_number() over (partition by language order by score desc, passage_id) as place from ranked)
    select b.language, b.score, b.found, p.id as number, p.kind, p.ref as id, p.step, p.title, p.body as passage,
      (select jsonb_object_agg(c.place, c.seen) from counted c where c.language = b.language) as counts
    from best b join passage p on p.org_id = ${tx.org} and p.id = b.passage_id
    where b.place <= ${most} order by b.language, b.place`.execute(tx);
  return rows;
}
