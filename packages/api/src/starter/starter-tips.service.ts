import {
  findTipRow,
  insertStarterOffer,
  listStarterOffers,
  listTipPasts,
  type OrgTx,
  readOrg,
  type TipPast,
  withOrg,
  writeTipVersion,
} from '@heliograph/db';
import { type ProcedureHash, procedureHash, refuse, tipTextSchema } from '@heliograph/domain';
import type { Library } from '@heliograph/domain/import';
import { mergeTips, type StarterNews, type StarterTip, starterNews, starterPart } from '@heliograph/domain/procedure/starter';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import { starterLibrary } from '../demo/library.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** A tip of the starter library that an organisation may want. */
export interface StarterTipItem {
  readonly id: string;
  readonly kind: StarterNews['kind'];
  readonly offered: StarterTip;
  /** What everybody reads now; null where the organisation does not have it. */
  readonly own: StarterTip | null;
  /** Somebody has written a version that is not decided on: it comes first. */
  readonly hasDraft: boolean;
}

interface Offer extends StarterTipItem {
  readonly hash: ProcedureHash;
  /** What both began from. */
  readonly base: StarterTip | null;
}

/** What the starter library of this version has in tips: new ones, and changes of those that are here. */
export const newsOfTips = ({ db }: Pick<Ports, 'db'>, actor: Actor): Promise<{ items: readonly StarterTipItem[] }> =>
  readOrg(db, actor, async (tx) => ({
    items: (await offersTo(tx)).map(({ id, kind, offered, own, hasDraft }) => ({ id, kind, offered, own, hasDraft })),
  }));

const hashOf = (tip: StarterTip): Promise<ProcedureHash> => procedureHash(starterPart(tip), sha256);

/** Under which name a decision on a tip is kept: no procedure can have it. */
const slugOf = (id: string): string => `tip:${id}`;

async function offersTo(tx: OrgTx): Promise<Offer[]> {
  const { tips } = starterLibrary();
  const pasts = await listTipPasts(
    tx,
    tips.map(({ id }) => id),
  );
  const decided = await listStarterOffers(tx);
  const offers = await Promise.all(
    tips.map((tip) => {
      const slug = slugOf(tip.id);
      return offerOf(tip, { past: pasts.get(tip.id), decided: decided.filter((one) => one.slug === slug) });
    }),
  );
  return offers.filter((offer) => offer !== null);
}

interface Here {
  readonly past: TipPast | undefined;
  readonly decided: Awaited<ReturnType<typeof listStarterOffers>>;
}

async function offerOf(tip: Library['tips'][number], { past, decided }: Here): Promise<Offer | null> {
  // What was put away is the organisation's own affair.
  if (past?.isArchived) return null;
  const hash = await hashOf(tip);
  const versions = await Promise.all(
    (past?.approved ?? []).map(async (said) => ({ said, hash: await hashOf(said), isFromLibrary: said.isFromLibrary })),
  );
  const news = starterNews({ offered: hash, versions, decided });
  if (news === null) return null;
  const said = (wanted: ProcedureHash) => versions.find((version) => version.hash === wanted)?.said ?? tipOfOffer(decided, wanted);
  return {
    ...{ id: tip.id, hash, kind: news.kind, offered: starterPart(tip) },
    own: versions[0] === undefined ? null : starterPart(versions[0].said),
    base: news.kind === 'new' ? null : said(news.base),
    hasDraft: past?.state === 'draft' || past?.state === 'submitted',
  };
}

/** An offer that was taken over, as it was offered. */
function tipOfOffer(decided: Here['decided'], wanted: ProcedureHash): StarterTip | null {
  const taken = tipTextSchema.safeParse({ language: null, links: {}, photos: [], ...Object(decided.find(({ hash }) => hash === wanted)?.content) });
  return taken.success ? starterPart(taken.data) : null;
}

const offered = async (tx: OrgTx, id: string): Promise<Offer> => (await offersTo(tx)).find((offer) => offer.id === id) ?? refuse('NOT_FOUND');

/**
 * Puts what the library offers before those who approve, as a version beside the one everybody reads, with everything that the organisation wrote.
 * @throws AppError CONFLICT `draft_exists`: what somebody is writing is never written over
 */
export const takeTip = ({ db, now }: Ports, doer: Doer, id: string): Promise<{ readonly id: string; readonly kept: number }> =>
  withOrg(db, doer, async (tx) => {
    const offer = await offered(tx, id);
    if (offer.hasDraft) refuse('CONFLICT', { reason: 'draft_exists' });
    const { own, base } = offer;
    const { tip, kept } = own === null || base === null ? { tip: offer.offered, kept: 0 } : mergeTips({ base, own, offered: offer.offered });
    const before = await findTipRow(tx, doer, id);
    const rest = { language: before?.language ?? null, links: before?.links ?? {}, photos: before?.photos ?? [] };
    const at = now();
    await writeTipVersion(tx, { id, text: tipTextSchema.parse({ ...tip, ...rest }), state: 'submitted', by: doer.user, at });
    await insertStarterOffer(tx, { slug: slugOf(id), hash: offer.hash, content: offer.offered, outcome: 'taken' }, { by: doer.user, at });
    await record(tx, doer, { action: 'tip.take_over', subject: { kind: 'tip', id }, details: { title: tip.title.fr, kept } });
    return { id, kept };
  });

/** Not wanted: this offer is not made again, a later one is. */
export const declineTip = ({ db, now }: Ports, doer: Doer, id: string): Promise<{ readonly id: string }> =>
  withOrg(db, doer, async (tx) => {
    const { hash, offered: content } = await offered(tx, id);
    await insertStarterOffer(tx, { slug: slugOf(id), hash, content, outcome: 'declined' }, { by: doer.user, at: now() });
    await record(tx, doer, { action: 'tip.decline', subject: { kind: 'tip', id }, details: { title: content.title.fr } });
    return { id };
  });
