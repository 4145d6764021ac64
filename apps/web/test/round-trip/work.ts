import { type ExecutionId, executionIdSchema, foldExecution, type OperationId, uuidv7 } from '@heliograph/domain';
import type { Entry, OperationDraft } from '@heliograph/sync';
import type { Company, Photo, Tab } from './company.ts';
import type { World } from './weather.ts';
import type { Met } from './witness.ts';

const STEPS = ['s01', 's02', 's03'] as const;
/** Longer than what one slice of the outbox holds in these runs. */
const STORED_SLICE = 700;

/** What somebody does next, from what their page shows. */
export async function invent(company: Company, tab: Tab, met: (what: Met) => void): Promise<Entry[]> {
  const { world } = company;
  const { x, starts } = await choose(company, tab);
  const state = foldExecution(await tab.field.phone.localLog(x));
  const seen = (register: string): OperationId[] => {
    const heads = state.registers.get(register)?.heads ?? [];
    if (heads.length > 1) met('two_heads');
    return heads.map(({ operation }) => operation.id);
  };
  const { procedure, site } = tab.person.plant;
  const start: OperationDraft = { k: 'start', x, p: { procedure, site, roles: ['technician'] } };
  const entries = act(world, { x, seen, album: company.album, canary: tab.person.plant.org });
  return starts ? [{ draft: start }, ...entries] : entries;
}

/** Mostly one that the page knows; now and then a new one, or a colleague's whose label was scanned. */
async function choose({ world, executions, witness }: Company, { person, field }: Tab): Promise<{ x: ExecutionId; starts: boolean }> {
  const { org } = person.plant;
  const all = executions.get(org) ?? [];
  if (all.length === 0 || world.chance(0.08)) {
    const x = executionIdSchema.parse(uuidv7(Date.now(), world.bytes(10)));
    executions.set(org, [...all, x]);
    witness.keepSecret(org, x);
    // Now and then somebody writes to what nobody ever started.
    return { x, starts: !world.chance(0.1) };
  }
  const cached = await field.view.cache.read(async (tx) => tx.executions((await tx.meta())?.shown ?? 0));
  if (cached.length > 0 && world.chance(0.75)) return { x: world.pick(cached), starts: false };
  return { x: world.pick(all), starts: world.chance(0.75) };
}

interface Scene {
  readonly x: ExecutionId;
  readonly seen: (register: string) => OperationId[];
  readonly album: readonly Photo[];
  readonly canary: string;
}

function act(world: World, { x, seen, album, canary }: Scene): Entry[] {
  const s = world.pick(STEPS);
  const step = (value: string): OperationDraft => ({ k: 'step', x, s, b: seen(s), p: { kind: 'measurement', response: { value, unit: 'MΩ' } } });
  const dice = world.random();
  if (dice < 0.1) return [photoEntry(x, world.pick(album))];
  if (dice < 0.22) return [{ draft: { k: 'comment', x, p: { text: `Vu ${world.pick(WORDS)} ${canary}` } } }];
  if (dice < 0.26) return [{ draft: { k: 'clear', x, s, b: seen(s), p: {} } }];
  if (dice < 0.29) return [{ draft: { k: 'skip', x, s, b: seen(s), p: { reason: 'pas d’accès' } } }];
  if (dice < 0.33) return [{ draft: { k: 'complete', x, b: seen('~life'), p: {} } }];
  if (dice < 0.35) return [{ draft: { k: 'reopen', x, b: seen('~life'), p: { reason: 'oubli' } } }];
  if (dice < 0.37) return [{ draft: { k: 'review', x, b: seen('~life'), p: { outcome: 'approve', seen: world.chance(0.5) ? 1e9 : 0 } } }];
  if (dice < 0.41) return [{ draft: { ...step('1'), s: 'gone' } }];
  if (dice < 0.44) return [{ draft: { ...step('1'), k: 'hologram', p: { depth: world.random() } } }];
  // Two taps of one thumb: the second one is a correction.
  return Array.from({ length: world.chance(0.25) ? 2 : 1 }, () => ({ draft: step(String(world.below(40))) }));
}

/** Texts that something on the way might take for something else. */
const WORDS = ['"}{"', "O'Brien \\ é", '👷🏽‍♀️☀️', '$1 %s --', '\u2028<script>', 'null'] as const;

/** A photo of a step, as the camera's page keeps it. */
export function photoEntry(x: ExecutionId, { sha, bytes }: Photo): Entry {
  const size = bytes.length;
  const slices = Array.from({ length: Math.ceil(size / STORED_SLICE) }, (_, n) =>
    Uint8Array.from(bytes.subarray(n * STORED_SLICE, (n + 1) * STORED_SLICE)),
  );
  const p = { sha, size, mime: 'image/jpeg', width: 48, height: 48, taken: Date.now() };
  const record = { sha, size, mime: 'image/jpeg', slices: slices.length, sent: 0, state: 'waiting', at: Date.now() } as const;
  return { draft: { k: 'photo', x, s: 's03', p }, photo: { record, slices: slices.map(({ buffer }) => buffer) } };
}
