import type { World } from '../round-trip/weather.ts';

/** A JSON value that can be changed in place. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that somebody once forgot to think of. */
const HOSTILE: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e308],
  ...['', ' ', 'null', '\u0000', 'a\ud800b', '‮', 'x'.repeat(300), 'é'.repeat(9000), "'; drop table operation; --", '../../etc/passwd', '%00'],
  ...[[], {}, [[]], [null], { toString: 'x' }, JSON.parse('{"__proto__":{"admin":true}}') as Json],
];

type Change = (world: World, root: { [key: string]: Json }, words: readonly string[]) => void;

/** Every place of a value: what holds it, and under which name. */
function places(value: Json, found: { holder: Json[] | { [key: string]: Json }; key: string }[] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    found.push({ holder: value, key });
    places(inner, found);
  }
  return found;
}

const put = (holder: Json[] | { [key: string]: Json }, key: string, value: Json): void => void Reflect.set(holder, key, value);

const opsOf = (root: { [key: string]: Json }): Json[] => (Array.isArray(root['ops']) ? root['ops'] : []);
const isObject = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
const somePlace = (world: World, root: Json) => world.pick(places(root));
const deep = (levels: number): Json => (levels === 0 ? 'deep' : [deep(levels - 1)]);
/** Version 7 in shape, so that it gets further in. */
const freshId = (world: World): string => {
  const hex = Buffer.from(world.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

const setIn =
  (key: string, value: (world: World) => Json): Change =>
  (world, root) => {
    const ops = opsOf(root).filter(isObject);
    if (ops.length > 0) put(world.pick(ops), key, value(world));
  };

/** What is done to a valid exchange. Twice or three times, so that one mistake may hide behind another. */
export const CHANGES: Readonly<Record<string, Change>> = {
  replayed: () => undefined,
  value: (world, root) => {
    const { holder, key } = somePlace(world, root);
    put(holder, key, world.pick(HOSTILE));
  },
  missing: (world, root) => {
    const { holder, key } = somePlace(world, root);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  foreign: (world, root, words) => {
    const { holder, key } = somePlace(world, root);
    put(holder, key, world.pick(words));
  },
  doubled: (world, root) => {
    const ops = opsOf(root);
    if (ops.length > 0) ops.push(structuredClone(world.pick(ops)));
  },
  reordered: (_, root) => void opsOf(root).reverse(),
  cut: (world, root) => void opsOf(root).splice(0, 1 + world.below(3)),
  future: (world, root) => {
    root['proto'] = world.pick([0, 2, 99]);
  },
  'future version': setIn('v', () => 99),
  'future kind': setIn('k', () => 'teleport'),
  'other kind': setIn('k', (world) => world.pick(['start', 'plan', 'review', 'cancel', 'assign', 'photo', 'tip', 'tip.rate', 'complete', 'sign'])),
  'new work': setIn('id', freshId),
  'far number': setIn('i', (world) => world.pick([0, -1, 1e9, Number.MAX_SAFE_INTEGER, 1.5])),
  nested: setIn('p', () => deep(60)),
  long: setIn('p', () => ({ text: 'é'.repeat(20_000) })),
  crowded: (_, root) => {
    const [first] = opsOf(root);
    if (first !== undefined) root['ops'] = Array.from({ length: 1100 }, () => first);
  },
  'new device': (world, root) => {
    root['dev'] = freshId(world);
  },
  loss: (world, root, words) => {
    root['lost'] = { ops: world.below(9), photos: 0, at: 0, dev: world.pick(words) };
  },
  'wants much': (world, root) => {
    root['want'] = world.pick([0, -5, 1e12, 2000]);
  },
};

/** Changes the value in place and says how. */
export function disturb(world: World, root: { [key: string]: Json }, words: readonly string[]): string[] {
  const names = Object.keys(CHANGES);
  const chosen = Array.from({ length: 1 + world.below(3) }, () => world.pick(names));
  for (const name of chosen) CHANGES[name]?.(world, root, words);
  return chosen;
}
