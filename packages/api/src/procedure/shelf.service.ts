import {
  findDraftHead,
  findProcedure,
  listProposals,
  listShelf,
  listVersionsOf,
  lockProcedure,
  markArchived,
  readOrg,
  readProcedures,
  readSettings,
  type ShelfEntry,
  turnVersions,
  withOrg,
} from '@heliograph/db';
import { canonicalJson, type ProcedureHash, procedureHash, refuse, utf8 } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { sha256 } from '../office/sha256.ts';

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

/** Computes a version's hash anew from the bytes as they are stored, beside the one it is named by. */
export const verifyVersion = ({ db }: Pick<Deps, 'db'>, actor: Actor, hash: ProcedureHash) =>
  readOrg(db, actor, async (tx) => {
    const [version] = await readProcedures(tx, [hash]);
    if (version === undefined) return refuse('NOT_FOUND');
    const computed = await procedureHash(version.content, sha256);
    return { hash, computed, matches: computed === hash, bytes: utf8(canonicalJson(version.content)).byteLength };
  });
