import type { ExecutionId, OrganisationId, ProcedureHash, SiteId } from '@heliograph/domain';
import { START } from '../messages/exchange.ts';
import type { Batch, OperationRow, Sender, ServerSnapshot, ServerStore, ServerTx } from '../server/index.ts';
import { copyOrganisation, logOf, markIn, type OrganisationData } from './organisation-data.ts';
import type { World } from './world.ts';

/** A value that the simulated database refuses although every check before it passed, as jsonb refuses what JSON allows. */
export const POISON = 'poison for the database';
class DataRefused extends Error {}

/** What the simulated organisation is made of; the rest of the rules are the engine's. */
export interface Plan {
  readonly procedure: ProcedureHash;
  readonly steps: ReadonlySet<string>;
  readonly openSite: SiteId;
}

type Change = (data: OrganisationData) => void;

/**
 * A database in memory with what matters of PostgreSQL: READ COMMITTED transactions that overlap in time, row locks held to the end,
 * savepoints, atomic commits, and a server process that can die at any call.
 */
export class MemoryServer implements ServerStore {
  readonly organisations = new Map<OrganisationId, OrganisationData>();
  readonly #world: World;
  readonly #plan: Plan;
  #life = 0;
  #locks = new Map<string, Promise<void>>();

  constructor(world: World, plan: Plan) {
    this.#world = world;
    this.#plan = plan;
  }

  data(org: OrganisationId): OrganisationData {
    const data = this.organisations.get(org);
    if (data === undefined) throw new Error('no such organisation');
    return data;
  }

  /** The process dies: transactions under way are gone, their locks too, and nobody hears of them again. */
  crash(): void {
    this.#life++;
    this.#locks = new Map();
  }

  write<T>(org: OrganisationId, work: (tx: ServerTx) => Promise<T>): Promise<T> {
    return this.#transact(org, work);
  }

  /** An act of the office: takes a number of the same counter, under the same lock, as every push does. */
  office(org: OrganisationId, act: (data: OrganisationData, seq: number) => void): Promise<void> {
    return this.#transact(org, async (tx, changes) => {
      const seq = await tx.advance(1, `office${this.#world.below(1e9)}`);
      changes.push((data) => act(data, seq));
    });
  }

  async #transact<T>(org: OrganisationId, work: (tx: ServerTx, changes: Change[]) => Promise<T>): Promise<T> {
    const life = this.#life;
    const isAlive = () => this.#life === life;
    const changes: Change[] = [];
    const held = new Map<string, () => void>();
    const step = () => this.#world.delay(this.#world.below(3), isAlive);
    const view = () => {
      const data = this.data(org);
      if (changes.length === 0) return data;
      const copy = copyOrganisation(data);
      for (const change of changes) change(copy);
      return copy;
    };
    const tx = memoryTx({ view, changes, plan: this.#plan, step, lock: (key) => this.#lock(`${org} ${key}`, held) });
    try {
      const result = await work(tx, changes);
      // A flush to a busy disk: others overtake whoever holds no lock that they need.
      await this.#world.delay(this.#world.below(14), isAlive);
      for (const change of changes) change(this.data(org));
      release(held);
      // Between commit and answer.
      await step();
      return result;
    } finally {
      release(held);
    }
  }

  async read<T>(org: OrganisationId, work: (snapshot: ServerSnapshot) => Promise<T>): Promise<T> {
    const life = this.#life;
    const snapshot = copyOrganisation(this.data(org));
    const result = await work(memorySnapshot(snapshot));
    await this.#world.delay(this.#world.below(3), () => this.#life === life);
    return result;
  }

  async #lock(key: string, held: Map<string, () => void>): Promise<void> {
    if (held.has(key)) return;
    const before = this.#locks.get(key);
    let free: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      free = resolve;
    });
    this.#locks.set(key, before === undefined ? turn : before.then(() => turn));
    held.set(key, free);
    await before;
  }
}

function release(held: Map<string, () => void>): void {
  for (const free of held.values()) free();
  held.clear();
}

interface Session {
  readonly view: () => OrganisationData;
  readonly changes: Change[];
  readonly plan: Plan;
  readonly step: () => Promise<void>;
  readonly lock: (key: string) => Promise<void>;
}

const stateKey = (x: string, s: string) => `${x} ${s}`;
const scopeKey = (user: string, x: string) => `${user} ${x}`;

function memoryTx({ view, changes, plan, step, lock }: Session): ServerTx {
  return {
    lockDevice: async (device, user) => {
      await lock(`device ${device}`);
      await step();
      const row = view().devices.get(device) ?? { user, position: START };
      changes.push((data) => data.devices.set(device, data.devices.get(device) ?? row));
      return row;
    },
    incarnation: async () => view().incarnation,
    renewIncarnation: async (from, next) => {
      await lock('clock');
      changes.push((data) => {
        if (data.incarnation === from) data.incarnation = next;
      });
      return view().incarnation;
    },
    markOf: async (seq) => markIn(view(), seq),
    lockSubjects: async (ids) => {
      for (const id of [...ids].sort()) await lock(`subject ${id}`);
      await step();
    },
    subjects: async (ids) => {
      await step();
      return new Map([...view().subjects].filter(([x]) => ids.includes(x)));
    },
    waitsOn: async (ids) => waitsOn(view(), ids),
    stored: async (ids) => {
      await step();
      return new Map(
        view()
          .operations.filter(({ id }) => ids.includes(id))
          .map(({ id, state }) => [id, state]),
      );
    },
    // Nobody in the simulated company writes one: a tip has no log that phones compare.
    tips: async () => new Map(),
    access: async (user, ids) => {
      const rows = [...view().scope.values()].filter((row) => row.user === user && ids.includes(row.x));
      return new Map(rows.map(({ x, removed }) => [x, removed === null ? 'in' : 'removed']));
    },
    maySite: async ({ user }, site) => (site !== plan.openSite ? 'none' : view().moved.has(user) ? 'removed' : 'open'),
    steps: async (procedures) => new Map(procedures.includes(plan.procedure) ? [[plan.procedure, plan.steps]] : []),
    states: async (keys) => {
      await step();
      return keys.flatMap(({ x, s }) => view().states.get(stateKey(x, s)) ?? []);
    },
    advance: async (n, mark) => {
      await lock('clock');
      await step();
      const next = view().seq + n;
      changes.push((data) => {
        data.seq = next;
        data.ticks.push({ seq: next, mark });
      });
      return next;
    },
    ...writesIn({ view, changes, step }),
    moveDevice: async (device, position) => {
      changes.push((data) => {
        const row = data.devices.get(device);
        if (row !== undefined) data.devices.set(device, { ...row, position });
      });
    },
    attempt: async (work) => {
      const savepoint = changes.length;
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof DataRefused)) throw error;
        changes.length = savepoint;
        return false;
      }
    },
  };
}

function writesIn({ view, changes, step }: Pick<Session, 'view' | 'changes' | 'step'>): Pick<ServerTx, 'write' | 'held'> {
  return {
    write: async (sender, batch) => {
      await step();
      if ([...batch.operations, ...batch.settled].some(isPoison)) throw new DataRefused();
      changes.push((data) => writeBatch(data, sender, batch));
    },
    held: async (user, about) =>
      view().operations.flatMap(({ id, i, raw, serverAt, state, actor, x }) =>
        state === 'held' && actor === user && (about === undefined || about.includes(x as ExecutionId)) ? [{ id, actor, i, raw, serverAt }] : [],
      ),
  };
}

const isPoison = ({ envelope }: OperationRow): boolean => JSON.stringify(envelope?.p ?? null).includes(POISON);

const waitsOn = ({ operations }: OrganisationData, ids: readonly ExecutionId[]) =>
  ids.flatMap((x) =>
    operations.flatMap((one) =>
      one.state === 'held' && one.x === (x as string) ? [{ x, user: one.actor, isStart: one.envelope?.k === 'start' }] : [],
    ),
  );

function writeBatch(data: OrganisationData, sender: Sender, batch: Batch): void {
  for (const row of batch.operations) data.operations.push({ ...row, actor: sender.user, x: row.envelope?.x ?? '' });
  for (const { serverAt: _now, ...row } of batch.settled)
    data.operations = data.operations.map((one) => (one.id === row.id && one.state === 'held' ? { ...one, ...row, hasWaited: true } : one));
  for (const state of batch.states) data.states.set(stateKey(state.x, state.s), state);
  for (const subject of batch.subjects) data.subjects.set(subject.x, subject);
  for (const { x, user, addedSeq } of batch.entered) {
    // Who is on it already stays: their phone would be sent it whole for nothing.
    if (data.scope.get(scopeKey(user, x))?.removed !== null) data.scope.set(scopeKey(user, x), { user, x, added: addedSeq, removed: null });
  }
  for (const { x, user, removedSeq } of batch.left) {
    const row = data.scope.get(scopeKey(user, x));
    if (row?.removed === null) data.scope.set(scopeKey(user, x), { ...row, removed: removedSeq });
  }
  for (const { sha, size } of batch.photos)
    if (!data.photos.has(sha)) data.photos.set(sha, { sha, owner: sender.user, size, received: 0, isStored: false });
}

function memorySnapshot(data: OrganisationData): ServerSnapshot {
  return {
    incarnation: async () => data.incarnation,
    head: async () => ({ seq: data.seq, mark: markIn(data, data.seq) }),
    markOf: async (seq) => markIn(data, seq),
    scope: async (user) => [...data.scope.values()].filter((row) => row.user === user),
    rows: async (ids, { after, upto, limit }) => {
      const rows = logOf(data).filter((row) => ids.some((x) => (x as string) === row.x) && row.q > after && row.q <= upto);
      return rows.slice(0, limit);
    },
    refs: async (_sender, after, upto) => data.refs.filter(({ q }) => q > after && q <= upto),
    asides: async (user, ids) =>
      data.operations.flatMap((one) =>
        one.state !== 'applied' && one.code !== null && one.actor === user && ids.includes(one.id)
          ? [{ id: one.id, state: one.state, code: one.code }]
          : [],
      ),
    held: async (user, limit) =>
      data.operations
        .flatMap(({ id, state, code, actor }) => (state === 'held' && code !== null && actor === user ? [{ id, state, code }] : []))
        .slice(-limit),
    applied: async (user, ids) =>
      data.operations.flatMap(({ id, actor, state }) => (state === 'applied' && actor === user && ids.includes(id) ? [id] : [])),
    wanted: async (user, limit) =>
      [...data.photos.values()]
        .filter(({ owner, isStored }) => owner === user && !isStored)
        .slice(0, limit)
        .map(({ sha, received }) => ({ sha, at: received })),
  };
}
