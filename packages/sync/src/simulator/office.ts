import {
  type ExecutionId,
  executionIdSchema,
  LIFE,
  type Operation,
  type OperationId,
  type OrganisationId,
  readOperation,
  type UserId,
  uuidv7,
  PLAN as WORK_PLAN,
} from '@heliograph/domain';
import { act, type Sender } from '../server/index.ts';
import { PEOPLE, type Person, PLAN, supervisorOf } from './cast.ts';
import { EPOCH, type Net, serverPorts } from './network.ts';
import type { OrganisationData } from './organisation-data.ts';

/** What a desk does through the same door as the real one: the engine's own `act`, with a commit that can fail or be lost. */

/** Gives new work to some people: an execution that exists from then on. */
export async function planWork(net: Net, { org }: Person): Promise<void> {
  const { world } = net;
  const people = PEOPLE.filter((person) => person.org === org).map(({ user }) => user);
  const first = world.pick(people);
  const users = [...new Set([first, ...(world.chance(0.5) ? [world.pick(people)] : [])])];
  const x = executionIdSchema.parse(uuidv7(EPOCH + world.now() * 1000, world.bytes(10)));
  await decide(net, org, [{ k: 'plan', x, p: { procedure: PLAN.procedure, site: PLAN.openSite, day: '2026-06-01', users } }]);
}

/** Takes it back, or somebody off it, whatever is under way on phones. */
export async function withdrawWork(net: Net, { org }: Person): Promise<void> {
  const { world, server } = net;
  const plans = plansIn(server.data(org));
  if (plans.length === 0) return;
  const { x, users } = world.pick(plans);
  const life = server.data(org).states.get(`${x} ${LIFE}`)?.register.heads ?? [];
  const one = world.chance(0.5)
    ? { k: 'cancel', x, b: life.map(({ id }) => id), p: { reason: 'orage' } }
    : { k: 'unassign', x, p: { users: [world.pick(users)] } };
  await decide(net, org, [one]);
}

/** Gives it to others, or for another day, as the desk does: said again with those who are asked now, and whoever is no longer asked taken off. */
export async function reassignWork(net: Net, { org }: Person): Promise<void> {
  const { world, server } = net;
  const data = server.data(org);
  const open = [...crewsIn(data)].filter(([x]) => STILL_OPEN.has(data.subjects.get(x)?.status ?? ''));
  if (open.length === 0) return;
  const [x, crew] = world.pick(open);
  const others = PEOPLE.filter((person) => person.org === org).map(({ user }) => user);
  const users = [...new Set([world.pick(others), ...(world.chance(0.3) ? [world.pick(others)] : [])])];
  const leaving = [...crew].flatMap(([user, place]) => (place === 'off' || users.includes(user) ? [] : [user]));
  const seen = data.states.get(`${x} ${WORK_PLAN}`)?.register.heads.map(({ id }) => id) ?? [];
  const day = world.pick(['2026-06-01', '2026-06-02', '2026-06-03']);
  await decide(net, org, [
    { k: 'plan', x, b: seen, p: { procedure: PLAN.procedure, site: PLAN.openSite, day, users } },
    ...(leaving.length === 0 ? [] : [{ k: 'unassign', x, p: { users: leaving } }]),
  ]);
}

const STILL_OPEN: ReadonlySet<string> = new Set(['planned', 'in_progress']);

/** Moves somebody off the site, or back to it. */
export function moveAway({ server }: Net, { org, user }: Person): Promise<void> {
  return server.office(org, (data) => {
    const moved = new Set(data.moved);
    if (!moved.delete(user)) moved.add(user);
    data.moved = moved;
  });
}

interface Draft {
  readonly k: string;
  readonly x: ExecutionId;
  readonly b?: readonly string[];
  readonly p: Record<string, unknown>;
}

async function decide(net: Net, org: OrganisationId, drafts: readonly Draft[]): Promise<void> {
  const sender: Sender = supervisorOf(org);
  const operations = drafts.map((draft) => operationOf(net, draft));
  await net.server.write(org, async (tx) => {
    const outcome = await act({ tx, ports: serverPorts(net), sender }, operations);
    if (outcome.kind === 'refused') net.auditor.violate('office', `${operations.map(({ k }) => k)} refused as ${outcome.code}`);
  });
}

function operationOf({ world }: Net, draft: Draft): Operation {
  const w = EPOCH + world.now() * 1000;
  const reading = readOperation({ i: 1, id: uuidv7(w, world.bytes(10)), v: 1, w, z: 60, o: 0, n: 0, ...draft });
  if (reading.kind !== 'known') throw new Error('the office writes what it can read');
  return reading.operation;
}

export interface PlannedWork {
  readonly id: OperationId;
  readonly x: ExecutionId;
  readonly users: readonly UserId[];
}

/** Work that was given, as the log tells it: once for every time that it was said. */
export const plansIn = (data: OrganisationData): PlannedWork[] =>
  appliedIn(data).flatMap(({ operation: { id, k, x, p } }) => (k === 'plan' ? [{ id, x: executionOf(x), users: p.users }] : []));

/** Who is asked to do a piece of work, who no longer is, and who came to it by beginning it. */
export type CrewPlace = 'on' | 'off' | 'came';

/** The crews of given work as its log tells them, read without the engine. `see` hears of each operation with its author's place before it. */
export function crewsIn(
  data: OrganisationData,
  see: (row: AppliedRow, place: CrewPlace | null) => void = () => undefined,
): ReadonlyMap<ExecutionId, ReadonlyMap<UserId, CrewPlace>> {
  const crews = new Map<ExecutionId, Map<UserId, CrewPlace>>();
  for (const row of appliedIn(data)) {
    const { operation, actor } = row;
    const x = executionOf(operation.x);
    const crew = crews.get(x);
    if (crew !== undefined) see(row, crew.get(actor) ?? null);
    if (operation.k === 'plan') crews.set(x, joined(crew, operation.p.users, 'on'));
    if (operation.k === 'unassign' && crew !== undefined) joined(crew, operation.p.users, 'off');
    if (operation.k === 'start' && crew !== undefined && crew.get(actor) !== 'on') crew.set(actor, 'came');
  }
  return crews;
}

function joined(crew: Map<UserId, CrewPlace> = new Map(), users: readonly UserId[], place: CrewPlace): Map<UserId, CrewPlace> {
  for (const user of users) crew.set(user, place);
  return crew;
}

interface AppliedRow {
  readonly operation: Operation;
  readonly actor: UserId;
  readonly flags: readonly string[];
}

/** What the log holds, in its order, as far as this build can read it. */
const appliedIn = ({ operations }: OrganisationData): AppliedRow[] =>
  operations
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
    .flatMap(({ seq, envelope, actor, flags }) => {
      const reading = seq === null || envelope === null ? null : readOperation(envelope);
      return reading?.kind === 'known' ? [{ operation: reading.operation, actor, flags }] : [];
    });

// An execution's id is an operation's `x`.
const executionOf = (x: string): ExecutionId => x as ExecutionId;
