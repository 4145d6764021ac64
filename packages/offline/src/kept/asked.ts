import type { Readable } from '../view/readable.ts';
import { openRecents, type Recents, type Shelf } from './recents.ts';
import { openWaitingLine, type Waiting } from './waiting-line.ts';

/** What one person asked the server for: the part that waits, and what was seen last. */
export interface Asked<Item extends Waiting> extends Recents {
  /** Oldest first; undefined until the disk has answered. */
  readonly queued: Readable<readonly Item[] | undefined>;
  /** Resolves when it is on the disk. */
  queue(item: Item): Promise<void>;
  settle(id: string): Promise<void>;
}

interface Names {
  /** Database of what waits. */
  readonly line: string;
  /** Database of what was seen, and its store. */
  readonly recents: string;
  readonly shelf: Shelf;
}

/** Opens at first use. */
export function openAsked<Item extends Waiting>(names: Names): Asked<Item> {
  const line = openWaitingLine<Item>(names.line);
  const recents = openRecents(names.recents, names.shelf);
  return {
    ...recents,
    ...{ queued: line.items, queue: line.put, settle: line.take },
    close: () => {
      line.close();
      recents.close();
    },
  };
}
