import { isDeepStrictEqual } from 'node:util';
import { type HeldAsk, heldAsk, type OrgTx, readLogsOf, serverTx } from '@heliograph/db';
import { type ExecutionId, foldExecution, LIFE_KINDS, type ProcedureHash, type Reported, refuse, type SiteId } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import type { CreateAssignment } from './assign.service.ts';
import { type Assignment, readAssignment } from './assignment.service.ts';

/**
 * The work that stands under the id of a wish already: a press whose answer was lost gave it. Under an id that was forgotten it may be a colleague's
 * meanwhile, begun or given otherwise: then nobody takes it for what they have just given. Under no id is work that nobody gave.
 * @throws AppError CONFLICT `given_meanwhile`
 */
export async function standingWork(
  tx: OrgTx,
  deps: Pick<Deps, 'readings'>,
  { actor, wish }: { actor: Actor; wish: CreateAssignment },
): Promise<Assignment> {
  const { id, isAgain = false } = wish;
  const state = foldExecution((await readLogsOf(tx, [id], LIFE_KINDS)).get(id) ?? []);
  if (state.plan === null) return refuse('CONFLICT', { reason: 'given_meanwhile', work: id });
  const there = await readAssignment(tx, deps, { actor, id });
  return isAgain && !isExactly(there, wish) ? refuse('CONFLICT', { reason: 'given_meanwhile', work: id }) : there;
}

interface Said extends Pick<CreateAssignment, 'day'> {
  readonly people: readonly string[];
  readonly procedure: string;
  readonly site: string;
  readonly asset: string | null;
  readonly note: string | null;
  readonly reported: Reported | null;
}

const saidOf = ({ people, day, note, reported, ...rest }: Said): Said => ({ ...rest, day, note, reported, people: [...new Set(people)].sort() });

function isExactly({ status, procedure, site, asset, people, day, note, reported }: Assignment, wish: CreateAssignment): boolean {
  if (status === 'cancelled') return false;
  const there = { day, note, reported, procedure: procedure.hash, site: site.id, asset: asset?.id ?? null, people: people.map(({ id }) => id) };
  const { asset: on = null, note: words = null, reported: told = null } = wish;
  const wished = { asset: on, note: words, reported: told, day: wish.day, procedure: wish.procedure, site: wish.site, people: wish.people };
  return isDeepStrictEqual(saidOf(there), saidOf(wished));
}

/**
 * Records may wait for just this work. Given with another procedure than theirs they would be refused for good, each to be entered by hand; so the work
 * is not given, and the refusal says which procedure and site their `start` names, where it waits too.
 * @returns whether a waiting `start` names this procedure
 * @throws AppError CONFLICT `waiting_otherwise`
 */
export async function checkWaiting(
  tx: OrgTx,
  { id, procedure, site }: { id: ExecutionId; procedure: ProcedureHash; site: SiteId },
): Promise<{ readonly isPinned: boolean }> {
  const { steps, starts } = await heldAsk(tx, id);
  const other = starts.find((start) => start.procedure !== procedure || start.site !== site);
  if (other !== undefined) refuse('CONFLICT', { reason: 'waiting_otherwise', ...toldBy(other) });
  const known = (await serverTx(tx).steps([procedure])).get(procedure);
  if (steps.some((step) => !known?.has(step))) refuse('CONFLICT', { reason: 'waiting_otherwise' });
  return { isPinned: starts.length > 0 };
}

const toldBy = ({ procedure, slug, site }: HeldAsk['starts'][number]) => ({ procedure, slug, siteId: site });
