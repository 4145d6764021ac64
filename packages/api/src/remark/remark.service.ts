import { lockSettings, readOrg, readRemarks, saveRemarks, withOrg } from '@heliograph/db';
import { FIRST_REMARKS, type ReadyRemark, refuse } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';

export interface Remarks {
  readonly remarks: readonly ReadyRemark[];
  /** Number of the settings' last change: what an editor names to save. */
  readonly revision: number;
}

/** The ready remarks of an organisation; those it begins with until it writes its own. */
export const listRemarks = ({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Remarks> =>
  readOrg(db, actor, async (tx) => {
    const { readyRemarks, revision } = await readRemarks(tx);
    return { remarks: readyRemarks ?? FIRST_REMARKS, revision };
  });

/**
 * Replaces the ready remarks; every phone has them with its next exchange.
 * @throws AppError CONFLICT `changed`
 */
export const replaceRemarks = ({ db }: Pick<Deps, 'db'>, doer: Doer, { remarks, revision }: Remarks): Promise<Remarks> =>
  withOrg(db, doer, async (tx) => {
    const stored = await lockSettings(tx);
    if (stored.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: stored.revision });
    const next = await saveRemarks(tx, remarks);
    const subject = { kind: 'organisation', id: doer.org } as const;
    await record(tx, doer, { action: 'organisation.update', subject, details: { changes: { readyRemarks: 'changed' } } });
    return { remarks, revision: next };
  });
