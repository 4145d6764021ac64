import { cacheContract, outboxContract } from '@heliograph/offline/contract';
import { createWorld, memoryCache, memoryOutbox } from '@heliograph/sync/simulator';

type OutboxDrive = Parameters<typeof memoryOutbox>[0];
type CacheDrive = Parameters<typeof memoryCache>[0];

/** What the simulator proves, it proves of phones whose disks keep the promises of IndexedDB. */
const machine = () => {
  const world = createWorld(1, async () => undefined);
  // Its time passes as ours does: nobody turns the handle here.
  const after = (ticks: number, fire: () => void) => void setTimeout(fire, ticks);
  return { world: { ...world, after, delay: async () => undefined }, isAlive: () => true, breaks: () => false };
};

outboxContract("the simulator's memory", () => {
  const maps = { ops: new Map(), past: new Map(), asides: new Map(), photos: new Map(), slices: new Map(), drafts: new Map() };
  const drive: OutboxDrive = { disk: { meta: undefined, ...maps }, turn: Promise.resolve() };
  return memoryOutbox(drive, machine());
});

cacheContract("the simulator's memory", () => {
  const drive: CacheDrive = { disk: { meta: undefined, log: new Map(), refs: new Map() }, turn: Promise.resolve() };
  return memoryCache(drive, machine());
});
