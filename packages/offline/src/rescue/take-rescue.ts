import type { OutboxStore, Owner } from '@heliograph/sync';
import { type Rescue, type TakenOver, takeOver, takeOverPhoto } from '@heliograph/sync/rescue';
import { slicesOf } from '../photos/slices.ts';
import { webRandom } from '../platform/web.ts';

/** Somebody else's work changes no hands on a phone: it is handed in at the desk, or by its author. */
export type Taking =
  | { readonly kind: 'taken'; readonly taken: TakenOver }
  | { readonly kind: 'not_yours' | 'other_organisation'; readonly name: string };

interface Place {
  readonly outbox: OutboxStore;
  readonly owner: Owner;
  /** Told after each photo: a day of them takes a while. */
  onPhoto?(done: number, of: number): void;
}

/** Queues the work of a file on this phone, where it is its owner's. Twice is once. */
export async function takeRescue({ outbox, owner, onPhoto }: Place, { head, operations, photo }: Rescue): Promise<Taking> {
  if (head.org !== owner.org) return { kind: 'other_organisation', name: head.orgName };
  if (head.user !== owner.user) return { kind: 'not_yours', name: head.name };
  let photos = 0;
  // Bytes before the records that name them: a phone that is switched off in between asks for nothing that it does not hold.
  for (const [at, { sha, size, mime }] of head.photos.entries()) {
    const slices = slicesOf(await photo(sha));
    const record = { sha, size, mime, slices: slices.length, sent: 0, state: 'waiting', at: head.made } as const;
    if (await outbox.write((tx) => takeOverPhoto(tx, { record, slices }))) photos += 1;
    onPhoto?.(at + 1, head.photos.length);
  }
  const taken = await outbox.write((tx) => takeOver(tx, operations, webRandom));
  return { kind: 'taken', taken: { operations: taken.length, photos } };
}
