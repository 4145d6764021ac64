import { type ExecutionId, executionIdSchema, LIFE, type Operation, type OrganisationId, readOperation, uuidv7 } from '@heliograph/domain';
import { act, type Sender } from '../server/index.ts';
import { PEOPLE, type Person, PLAN, supervisorOf } from './cast.ts';
import type { OrganisationData } from './memory-server.ts';
import { EPOCH, type Net, serverPorts } from './network.ts';

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
  readonly x: ExecutionId;
  readonly users: readonly string[];
}

/** Work that was given, as the log tells it. */
export const plansIn = ({ operations }: OrganisationData): PlannedWork[] =>
  operations.flatMap(({ state, envelope }) => {
    const reading = state === 'applied' && envelope?.k === 'plan' ? readOperation(envelope) : null;
    // An execution's id is an operation's `x`.
    return reading?.kind === 'known' && reading.operation.k === 'plan'
      ? [{ x: reading.operation.x as string as ExecutionId, users: reading.operation.p.users }]
      : [];
  });
