import { foldedWords, type Passage, type SourceKind } from '@heliograph/domain/assistant/grounding';
import { sql } from 'kysely';
import type { OrgTx } from './database.ts';

/** Passages of one document: another stamp, and they are made again. */
export interface PassageDocument {
  readonly kind: SourceKind;
  readonly ref: string;
  readonly stamp: string;
}

export interface PassageState {
  /** Number of the organisation's counter up to which the library was followed. */
  readonly seen: number;
  /** Of the rules by which passages are made. */
  readonly version: string;
  readonly passages: number;
}

/** How far the passages have followed the library, and how far it has got meanwhile; null before the first time. */
export async function readPassageState(tx: OrgTx): Promise<(PassageState & { readonly last: number }) | null> {
  const last = lastChange(tx).as('last');
  const state = await tx.selectFrom('passageState').select(['seen', 'version', 'passages', last]).where('orgId', '=', tx.org).executeTakeFirst();
  return state ?? null;
}

/** Number of the last change of anything that passages are made from. */
export async function lastLibraryChange(tx: OrgTx): Promise<number> {
  const { rows } = await sql<{ last: number }>`select ${lastChange(tx)} as last`.execute(tx);
  return rows[0]?.last ?? 0;
}

const lastChange = ({ org }: OrgTx) => sql<number>`greatest(
  (select max(seq) from procedure_version where org_id = ${org}), (select max(seq) from tip where org_id = ${org}), 0)`;

/** Holds the state until the end of the transaction: of two who find passages behind, one follows. */
export async function lockPassageState(tx: OrgTx): Promise<PassageState> {
  await tx
    .insertInto('passageState')
    .values({ orgId: tx.org, seen: 0, version: '', passages: 0, lastId: 0 })
    .onConflict((conflict) => conflict.columns(['orgId']).doNothing())
    .execute();
  return tx.selectFrom('passageState').select(['seen', 'version', 'passages']).where('orgId', '=', tx.org).forUpdate().executeTakeFirstOrThrow();
}

/** Says how far the passages are now. */
export async function settlePassageState(tx: OrgTx, { seen, version }: Omit<PassageState, 'passages'>): Promise<void> {
  await sql`update passage_state set seen = ${seen}, version = ${version},
    passages = (select count(*) from passage where org_id = ${tx.org}) where org_id = ${tx.org}`.execute(tx);
}

/** Documents that have passages. */
export async function listPassageDocuments(tx: OrgTx): Promise<PassageDocument[]> {
  return tx.selectFrom('passage').select(['kind', 'ref', 'stamp']).distinct().where('orgId', '=', tx.org).execute();
}

/** Takes away all passages of these documents, and the words that led to them. */
export async function deletePassages(tx: OrgTx, documents: readonly Pick<PassageDocument, 'kind' | 'ref'>[]): Promise<void> {
  if (documents.length === 0) return;
  const gone = sql`select p.id from passage p join jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) d(kind text, ref text)
    on d.kind = p.kind and d.ref = p.ref where p.org_id = ${tx.org}`;
  await sql`delete from passage_word where org_id = ${tx.org} and passage_id in (${gone})`.execute(tx);
  await sql`delete from passage where org_id = ${tx.org} and id in (${gone})`.execute(tx);
}

/** Passages taken into one statement. */
const LOT = 200;

/** Puts passages in, with the words that lead to them. The state must be locked: it gives the numbers. */
export async function insertPassages(tx: OrgTx, passages: readonly (Passage & { readonly stamp: string })[]): Promise<void> {
  for (let from = 0; from < passages.length; from += LOT) await insertLot(tx, passages.slice(from, from + LOT));
}

async function insertLot(tx: OrgTx, lot: readonly (Passage & { readonly stamp: string })[]): Promise<void> {
  const { rows } = await sql<{ lastId: number }>`
    update passage_state set last_id = last_id + ${lot.length} where org_id = ${tx.org} returning last_id`.execute(tx);
  const first = Number(rows[0]?.lastId ?? 0) - lot.length + 1;
  const numbered = lot.map((passage, at) => ({ ...passage, step: passage.step ?? '', number: first + at }));
  await sql`insert into passage (org_id, id, kind, ref, step, stamp, title, body)
    select ${tx.org}::uuid, number, kind, id, step, stamp, title, passage
    from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) p(number int, kind text, id text, step text, stamp text, title jsonb, passage jsonb)`.execute(
    tx,
  );
  await insertWords(tx, numbered);
  await insertTerms(tx, numbered);
}

type Numbered = Passage & { readonly number: number };

/**
 * Words of a passage as PostgreSQL stems them, with their weight: a title's count most, what stands around least, a word said again a little more, and
 * all of them less in a long passage (BM25 with k1 = 1.2, b = 0.5 around sixty words).
 */
async function insertWords(tx: OrgTx, passages: readonly Numbered[]): Promise<void> {
  const texts = passages.flatMap(({ number, title, passage, around }) =>
    (['fr', 'en'] as const).map((language) => ({
      ...{ number, language, a: folded(title[language]), b: folded(passage[language]), d: folded(around[language]) },
    })),
  );
  await sql`
    insert into passage_word (org_id, language, word, passage_id, weight)
    select ${tx.org}::uuid, language, lexeme, number, greatest(1, round(100 * 2.2 * said / (said + 1.2 * (0.5 + 0.5 * size / 60.0))))
    from (
      select p.number, p.language, w.lexeme, length(v.document) as size,
        (select sum(case letter when 'A' then 3 when 'B' then 1 else 0.5 end) from unnest(w.weights) letter) as said
      from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) p(number int, language text, a text, b text, d text)
      cross join lateral (select case p.language when 'fr' then 'pg_catalog.french' else 'pg_catalog.english' end::regconfig as config) c
      cross join lateral (select setweight(to_tsvector(c.config, p.a), 'A') || setweight(to_tsvector(c.config, p.b), 'B')
        || setweight(to_tsvector(c.config, p.d), 'D') as document) v
      cross join lateral unnest(v.document) w(lexeme, positions, weights)
    ) words`.execute(tx);
}

async function insertTerms(tx: OrgTx, passages: readonly Numbered[]): Promise<void> {
  const texts = passages.flatMap(({ title, passage, around }) => [title, passage, around].flatMap(({ fr, en }) => [fr, en]));
  const terms = [...new Set(texts.flatMap(foldedWords))].filter((term) => term.length > 3 && term.length < 40 && !/\d/.test(term));
  if (terms.length === 0) return;
  await sql`insert into passage_term (org_id, initial, term) select ${tx.org}::uuid, left(term, 1), term
    from jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb) term on conflict do nothing`.execute(tx);
}

const folded = (text: string): string => foldedWords(text).join(' ');
