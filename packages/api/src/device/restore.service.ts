import { countLateRecords, findRestore, listMembers, type OrgTx } from '@heliograph/db';
import { isRestoreTold, notYetBack, RESTORE_TOLD_MS } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Phone } from './device.service.ts';

/** A restore that nobody told the server of, as the office is told of it. */
export interface RestoreNotice {
  /** When a phone proved it, ms. */
  readonly at: number;
  /** When the newest record of a phone came that the database had at that moment; null where it had none. */
  readonly lastRecordAt: number | null;
  /** Records made before it was noticed that phones have brought since, and of how many people. */
  readonly back: { readonly records: number; readonly people: number };
  /** Names of those whose phones have not called since. */
  readonly away: readonly string[];
}

const detailsSchema = z.object({ lastRecordAt: z.nullable(z.int()), head: z.int() });

/** Told for as long as phones can still bring something back; afterwards the activity alone knows it. */
export async function restoreNotice(tx: OrgTx, phones: readonly Phone[], now: number): Promise<RestoreNotice | null> {
  const found = await findRestore(tx, now - RESTORE_TOLD_MS);
  const details = detailsSchema.safeParse(found?.details).data;
  if (found === null || details === undefined) return null;
  const { at } = found;
  // Whoever is suspended still delivers; whoever has left is answered by nothing.
  const members = (await listMembers(tx)).filter(({ status }) => status !== 'inactive');
  const delivering = new Set(members.map(({ user }) => user));
  const away = notYetBack(
    phones.filter(({ user }) => delivering.has(user)),
    at,
  );
  if (!isRestoreTold(at, now, away)) return null;
  const back = await countLateRecords(tx, { after: details.head, before: at });
  return { at, lastRecordAt: details.lastRecordAt, back, away };
}
