import { query } from '../../platform/rpc.ts';
import type { TalkMemory } from './talk.ts';
import type { TalkItem } from './use-talks.ts';

/** As many as a phone keeps. */
const KEPT = 20;
let isKeeping = false;

/**
 * The newest conversations are put onto this phone behind the list, those alone that it does not have as they are: without a network they can be read,
 * opened before or not. A network that goes away meanwhile leaves the rest for another time.
 */
export async function keepNewest(memory: TalkMemory | null, items: readonly TalkItem[]): Promise<void> {
  if (memory?.sendsByItself !== true || isKeeping) return;
  isKeeping = true;
  try {
    const kept = new Map((await memory.recents()).map(({ conversation }) => [conversation.id, conversation.movedAt]));
    const newest = items.toSorted((a, b) => b.movedAt - a.movedAt).slice(0, KEPT);
    for (const { id, movedAt } of newest) if (kept.get(id) !== movedAt) await memory.keep(await query('conversation.get', { id }));
  } catch {
    // Of no consequence: they are on the server, and the list is read again.
  } finally {
    isKeeping = false;
  }
}
