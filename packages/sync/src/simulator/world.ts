/** Virtual time, one seed. Every wait of every simulated part goes through here, so a run is decided by its seed alone. */
export interface World {
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly below: (n: number) => number;
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(of: readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array;
  /** Runs `event` after a while. */
  readonly after: (delay: number, event: () => void) => void;
  /** Resolves after a while; never, when `isAlive` has become false by then: continuations of the dead do not resume. */
  readonly delay: (ticks: number, isAlive?: () => boolean) => Promise<void>;
  /** Runs events in order until none is left or the time is reached. */
  readonly run: (until?: number) => Promise<void>;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/** @param settle lets every continuation that is due run (in Node: one turn of `setImmediate`) */
export function createWorld(seed: number, settle: () => Promise<void>): World {
  let time = 0;
  let order = 0;
  const queue: Event[] = [];
  const random = mulberry32(seed);
  const below = (n: number) => Math.floor(random() * n);
  const after = (delay: number, fire: () => void) => push(queue, { at: time + Math.max(delay, 0), order: order++, fire });
  return {
    now: () => time,
    random,
    below,
    chance: (p) => random() < p,
    pick: (of) => {
      const found = of[below(of.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
    after,
    delay: (ticks, isAlive = () => true) => new Promise((resolve) => after(ticks, () => isAlive() && resolve())),
    run: async (until = Number.POSITIVE_INFINITY) => {
      for (let event = queue[0]; event !== undefined && event.at <= until; event = queue[0]) {
        pop(queue);
        time = event.at;
        event.fire();
        await settle();
      }
    },
  };
}

/** Small, fast, well spread; the sequence is part of every kept seed, so it never changes. */
function mulberry32(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const isBefore = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Event[], event: Event): void {
  heap.push(event);
  for (let k = heap.length - 1; k > 0; ) {
    const parent = (k - 1) >> 1;
    if (!swapIf(heap, k, parent)) return;
    k = parent;
  }
}

function pop(heap: Event[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let k = 0; ; ) {
    const left = 2 * k + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    const child = b !== undefined && a !== undefined && isBefore(b, a) ? left + 1 : left;
    if (!swapIf(heap, child, k)) return;
    k = child;
  }
}

/** Swaps when the first stands before the second; answers whether it did. */
function swapIf(heap: Event[], first: number, second: number): boolean {
  const [a, b] = [heap[first], heap[second]];
  if (a === undefined || b === undefined || !isBefore(a, b)) return false;
  heap[first] = b;
  heap[second] = a;
  return true;
}
