import {
  findDraftHead,
  insertProcedure,
  insertStarterOffer,
  lastRevision,
  listProcedureVersions,
  listShelf,
  listStarterOffers,
  lockProcedure,
  type OrgTx,
  readOrg,
  readProcedures,
  saveDraft,
  withOrg,
} from '@heliograph/db';
import { type Localized, type ProcedureHash, type PublishedContent, procedureHash, refuse } from '@heliograph/domain';
import { compareProcedures } from '@heliograph/domain/procedure/compare';
import { draftOf, mergeDrafts, type ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { type StarterNews, starterNews } from '@heliograph/domain/procedure/starter';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import { starterLibrary } from '../demo/library.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { draftFrom } from '../procedure/stored.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** A procedure of the starter library that an organisation may want. */
export interface StarterItem {
  readonly slug: string;
  readonly title: Localized;
  readonly category: string;
  readonly kind: StarterNews['kind'];
  readonly steps: number;
  /** Somebody is writing on it: their draft is finished first. */
  readonly hasDraft: boolean;
}

interface Offer {
  readonly content: PublishedContent;
  readonly hash: ProcedureHash;
  readonly news: StarterNews;
  /** Content of the offer that was taken over last, where it was. */
  readonly taken: unknown;
}

/** What the starter library of this version has for the organisation: new procedures, and changes of those it has. */
export const newsOfStarter = ({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<{ items: readonly StarterItem[] }> =>
  readOrg(db, actor, async (tx) => {
    const writing = new Set((await listShelf(tx)).filter(({ draft }) => draft !== null).map(({ slug }) => slug));
    const items = (await offersTo(tx)).map(({ content: { slug, title, category, steps }, news }) => ({
      ...{ slug, title, category, kind: news.kind, steps: steps.length },
      hasDraft: writing.has(slug),
    }));
    return { items };
  });

async function offersTo(tx: OrgTx): Promise<Offer[]> {
  const [versions, decided, shelf] = [await listProcedureVersions(tx), await listStarterOffers(tx), await listShelf(tx)];
  // What was put away, or is only being written under that name, is the organisation's own affair.
  const closed = new Set(shelf.filter(({ archivedAt, version }) => archivedAt !== null || version === null).map(({ slug }) => slug));
  const offers: Offer[] = [];
  for (const { content } of starterLibrary().procedures) {
    if (closed.has(content.slug)) continue;
    const hash = await procedureHash(content, sha256);
    const own = decided.filter(({ slug }) => slug === content.slug);
    const news = starterNews({
      offered: hash,
      versions: versions.filter(({ slug }) => slug === content.slug).map((one) => ({ hash: one.hash, isFromLibrary: one.publishedBy === null })),
      decided: own,
    });
    if (news !== null) offers.push({ content, hash, news, taken: own.find(({ outcome }) => outcome === 'taken')?.content });
  }
  return offers;
}

const offerOf = async (tx: OrgTx, slug: string): Promise<Offer> =>
  (await offersTo(tx)).find(({ content }) => content.slug === slug) ?? refuse('NOT_FOUND');

async function documentOf(tx: OrgTx, hash: ProcedureHash): Promise<ProcedureDraft> {
  const [version] = await readProcedures(tx, [hash]);
  return draftFrom(version?.content);
}

/** What the organisation has beside what the library offers, by step and field. */
export const compareStarter = ({ db }: Pick<Deps, 'db'>, actor: Actor, slug: string) =>
  readOrg(db, actor, async (tx) => {
    const { content, news } = await offerOf(tx, slug);
    if (news.kind === 'new') return refuse('NOT_FOUND');
    const version = (await listProcedureVersions(tx)).find(({ hash }) => hash === news.current);
    const from = { hash: news.current, number: version?.number ?? null, at: version?.publishedAt ?? null, by: null };
    const to = { hash: null, number: null, at: null, by: null };
    return { from, to, kind: news.kind, ...compareProcedures(await documentOf(tx, news.current), draftOf(content)) };
  });

/** What was taken over, and in how many places the organisation's own words were kept because both had changed them. */
export interface TakenOver {
  readonly slug: string;
  readonly kept: number;
}

/**
 * Makes a draft of what the library offers: beside the version in use, which stays what it is, and with everything that the organisation wrote.
 * @throws AppError CONFLICT `draft_exists`: what somebody is writing is never written over
 */
export const takeStarter = ({ db, now }: Ports, doer: Doer, slug: string): Promise<TakenOver> =>
  withOrg(db, doer, async (tx) => {
    const { content, hash, news, taken } = await offerOf(tx, slug);
    const at = now();
    if (news.kind === 'new' && !(await insertProcedure(tx, { slug, by: doer.user, at }))) refuse('CONFLICT', { reason: 'draft_exists' });
    await lockProcedure(tx, slug);
    if ((await findDraftHead(tx, slug)) !== undefined) refuse('CONFLICT', { reason: 'draft_exists' });
    const offered = draftOf(content);
    const { draft, clashes } = news.kind === 'new' ? { draft: offered, clashes: [] } : await mergedWith(tx, offered, { news, taken });
    const base = news.kind === 'new' ? null : news.current;
    await saveDraft(tx, { slug, document: draft, revision: (await lastRevision(tx, slug)) + 1, base, by: doer.user, at });
    await insertStarterOffer(tx, { slug, hash, content, outcome: 'taken' }, { by: doer.user, at });
    await record(tx, doer, {
      action: 'procedure.take_over',
      subject: { kind: 'procedure', id: slug },
      details: { title: content.title.fr, kept: clashes.length },
    });
    return { slug, kept: clashes.length };
  });

interface Changed {
  readonly news: Exclude<StarterNews, { kind: 'new' }>;
  readonly taken: unknown;
}

/** Field by field: what only the library changed is taken, what only the organisation changed stays, and where both did the organisation's stays. */
async function mergedWith(tx: OrgTx, offered: ProcedureDraft, { news, taken }: Changed) {
  const base = taken === undefined ? await documentOf(tx, news.base) : draftFrom(taken);
  return mergeDrafts(base, await documentOf(tx, news.current), offered);
}

/** Not wanted: this offer is not made again, a later one is. */
export const declineStarter = ({ db, now }: Ports, doer: Doer, slug: string): Promise<{ slug: string }> =>
  withOrg(db, doer, async (tx) => {
    const { content, hash } = await offerOf(tx, slug);
    await insertStarterOffer(tx, { slug, hash, content, outcome: 'declined' }, { by: doer.user, at: now() });
    await record(tx, doer, { action: 'procedure.decline', subject: { kind: 'procedure', id: slug }, details: { title: content.title.fr } });
    return { slug };
  });
