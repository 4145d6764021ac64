import { countLateRecords, findRestore, type OrgTx } from '@heliograph/db';
import { BROUGHT_BACK_MS, notYetBack } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Phone } from './device.service.ts';

/** A restore that nobody told the server of, as the office is told of it. */
export interface RestoreNotice {
  /** When a phone proved it, ms. */
  readonly at: number;
  /** When the newest record came that the restored database had; null where it had none. */
  readonly lastRecordAt: number | null;
  /** Records made before it was noticed that phones have brought since, and of how many people. */
  readonly back: { readonly records: number; readonly people: number };
  /** Names of those whose phones have not called since. */
  readonly away: readonly string[];
}

const detailsSchema = z.object({ lastRecordAt: z.nullable(z.int()), head: z.int() });

/** Told for as long as phones can still bring something back; afterwards the activity alone knows it. */
export async function restoreNotice(tx: OrgTx, phones: readonly Phone[], now: number): Promise<RestoreNotice | null> {
  const found = await findRestore(tx, now - BROUGHT_BACK_MS);
  const details = detailsSchema.safeParse(found?.details).data;
  if (found === null || details === undefined) return null;
  const { at } = found;
  const back = await countLateRecords(tx, { after: details.head, before: at });
  return { at, lastRecordAt: details.lastRecordAt, back, away: notYetBack(phones, at) };
}
