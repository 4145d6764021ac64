import {
  findDraftHead,
  findProcedure,
  findProposal,
  listProposals,
  listShelf,
  listVersionsOf,
  lockProcedure,
  markArchived,
  type OrgTx,
  readOrg,
  readProcedures,
  readSettings,
  type ShelfEntry,
  turnVersions,
  withOrg,
} from '@heliograph/db';
import { canonicalJson, type ProcedureHash, procedureHash, refuse, utf8 } from '@heliograph/domain';
import { compareProcedures } from '@heliograph/domain/procedure/compare';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';
import { openedDraft } from './draft.service.ts';
import { comparableIn } from './stored.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

/** Every procedure of the organisation: drafts, published, archived. A few hundred rows at most, told apart on the screen. */
export const openShelf = ({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<{ items: readonly ShelfEntry[] }> =>
  readOrg(db, actor, async (tx) => ({ items: await listShelf(tx) }));

/** A procedure's own page: its versions and who runs on which, its draft, and what waits or waited for a second person. */
export const openPage = ({ db }: Pick<Deps, 'db'>, actor: Actor, slug: string) =>
  readOrg(db, actor, async (tx) => {
    const procedure = (await findProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    return {
      procedure,
      entry: (await listShelf(tx)).find((entry) => entry.slug === slug) ?? refuse('NOT_FOUND'),
      versions: await listVersionsOf(tx, slug),
      draft: (await findDraftHead(tx, slug)) ?? null,
      proposals: await listProposals(tx, slug),
      secondApproval: (await readSettings(tx)).secondApproval,
    };
  });

/** Out of the library, on no phone, nothing new begins on it; work under way goes on. Asking twice changes nothing. */
export const archiveProcedure = (ports: Ports, doer: Doer, slug: string) => turn(ports, doer, { slug, way: 'archive' });

/** Back in use, with the versions that were in use when it went. */
export const restoreProcedure = (ports: Ports, doer: Doer, slug: string) => turn(ports, doer, { slug, way: 'restore' });

const turn = ({ db, now }: Ports, doer: Doer, { slug, way }: { slug: string; way: 'archive' | 'restore' }) =>
  withOrg(db, doer, async (tx) => {
    const { archivedAt } = (await lockProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    if ((archivedAt !== null) === (way === 'archive')) return { slug, archivedAt };
    const at = way === 'archive' ? now() : null;
    await markArchived(tx, slug, { by: doer.user, at });
    await turnVersions(tx, slug, at === null ? { restored: archivedAt ?? 0 } : { archivedAt: at });
    await record(tx, doer, { action: `procedure.${way}`, subject: { kind: 'procedure', id: slug } });
    return { slug, archivedAt: at };
  });

/** One side of a comparison: a version by its hash, a proposal by its id, or what is being written. */
export type Side = string;

/** Two versions of a procedure, or one and its draft, by step and field. */
export const compareVersions = ({ db }: Pick<Deps, 'db'>, actor: Actor, { slug, from, to }: { slug: string; from: Side; to: Side }) =>
  readOrg(db, actor, async (tx) => {
    (await findProcedure(tx, slug)) ?? refuse('NOT_FOUND');
    const [before, after] = [await sideOf(tx, slug, from), await sideOf(tx, slug, to)];
    return { from: before.name, to: after.name, ...compareProcedures(before.document, after.document) };
  });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function sideOf(tx: OrgTx, slug: string, side: Side) {
  if (side === 'draft') {
    const { document, changedAt, changedBy } = await openedDraft(tx, slug);
    return { document, name: { hash: null, number: null, at: changedAt, by: changedBy?.name ?? null } };
  }
  const proposal = UUID.test(side) ? await findProposal(tx, side) : undefined;
  if (proposal?.slug === slug) {
    const name = { hash: proposal.hash, number: null, at: proposal.proposedAt, by: proposal.proposedBy.name };
    return { document: comparableIn(proposal.content), name };
  }
  const version = (await listVersionsOf(tx, slug)).find(({ hash }) => hash === side) ?? refuse('NOT_FOUND');
  const [stored] = await readProcedures(tx, [version.hash]);
  const document = comparableIn(stored?.content);
  return { document, name: { hash: version.hash, number: version.number, at: version.publishedAt, by: version.publishedBy?.name ?? null } };
}

/** Computes a version's hash anew from the bytes as they are stored, beside the one it is named by. */
export const verifyVersion = ({ db }: Pick<Deps, 'db'>, actor: Actor, hash: ProcedureHash) =>
  readOrg(db, actor, async (tx) => {
    const [version] = await readProcedures(tx, [hash]);
    if (version === undefined) return refuse('NOT_FOUND');
    const computed = await procedureHash(version.content, sha256);
    return { hash, computed, matches: computed === hash, bytes: utf8(canonicalJson(version.content)).byteLength };
  });
