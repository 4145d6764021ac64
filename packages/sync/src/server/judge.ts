import {
  CLOCK_TRUST_MS,
  can,
  type Envelope,
  type LogFlag,
  mayWriteTip,
  type Operation,
  permissionFor,
  scopeOf,
  subjectKindOf,
  type TipStanding,
} from '@heliograph/domain';
import type { AsideCode } from '../messages/exchange.ts';
import type { Sender, SiteAccess, Subject, TipOperation } from './ports.ts';

/** What the server knows of the subject an operation is about. */
export interface Standing {
  readonly subject: Subject | null;
  readonly access: 'in' | 'removed' | 'none';
  /** A `start` of this subject was held: what follows it waits with it. */
  readonly startHeld: boolean;
  /** Step ids of the version it pins (for a `start`: of the version it names); null where no such version is published. */
  readonly steps: ReadonlySet<string> | null;
  /** Whether the sender may begin work on the site; `removed`: only no longer, so that what was recorded before still arrives. */
  readonly site: SiteAccess;
}

export type Judgement =
  | { readonly state: 'applied'; readonly flags: readonly LogFlag[]; readonly enters: boolean }
  | { readonly state: 'rejected' | 'held'; readonly code: AsideCode };

const rejected = (code: AsideCode): Judgement => ({ state: 'rejected', code });
const held = (code: AsideCode): Judgement => ({ state: 'held', code });

/** By the matrix alone. Work is delivered with the rights of the role it was done in, also by a person who may only deliver (decision 3). */
const mayRecord = ({ k }: Operation, { role }: Sender): boolean => can({ role, deliverOnly: false }, permissionFor(k));

/** Structure and rights only: a value out of its limits, a late or a second one is never refused (the meter is the truth). */
export function judge(operation: Operation, sender: Sender, standing: Standing): Judgement {
  if (operation.k === 'start') return judgeStart(operation, standing, sender);
  if (operation.k === 'plan') return judgePlan(operation, standing, sender);
  if (!mayRecord(operation, sender)) return rejected('not_yours');
  const { subject } = standing;
  // What the office gave may have been forgotten by a restore: only a person can give it again, and then nothing is to be sent by hand (decision 39).
  if (subject === null) return held(standing.startHeld ? 'follows_held' : 'unknown_execution');
  const isLimited = scopeOf(sender) === 'own';
  if (isLimited && standing.access === 'none') return held('not_yours');
  if (operation.s !== undefined && !standing.steps?.has(operation.s.split('/')[0] ?? '')) return rejected('unknown_step');
  if (operation.k === 'review' && operation.p.seen < subject.head) return rejected('moved');
  return { state: 'applied', flags: flagsOf(operation, subject, isLimited && standing.access === 'removed'), enters: false };
}

/**
 * A tip is nobody's execution. Its author's words arrive also when it was put away meanwhile: whoever did that may read them and take it out again.
 * @param tip null: nobody has written it yet
 */
export function judgeTip(operation: TipOperation, sender: Sender, tip: TipStanding | null): Judgement {
  if (!mayRecord(operation, sender)) return rejected('not_yours');
  const isTheirs = operation.k === 'tip.rate' || tip === null || mayWriteTip(sender, { ...tip, isArchived: false });
  return isTheirs ? { state: 'applied', flags: clockFlags(operation), enters: false } : rejected('not_yours');
}

export const isAboutTip = (operation: Operation): operation is TipOperation => subjectKindOf(operation) === 'tip';

/** A start that cannot be applied now is held with all that follows it, never rejected alone (decision 24). */
function judgeStart(operation: Operation & { k: 'start' }, standing: Standing, sender: Sender): Judgement {
  const { subject } = standing;
  const isIn = standing.access === 'in';
  if (subject === null && standing.steps === null) return held('unknown_procedure');
  if (!isIn && standing.site === 'none' && standing.access === 'none') return held('not_yours');
  // Moved off the site, or off the work, with this still on the phone: it arrives, and says so.
  const isTakenOff = standing.access === 'removed';
  const isRemoved = isTakenOff || (!isIn && standing.site === 'removed');
  const flags = subject === null ? [...clockFlags(operation), ...removalFlag(isRemoved)] : flagsOf(operation, subject, isRemoved);
  const isTheirs = isTakenOff ? standing.site === 'open' : !isIn;
  return { state: 'applied', flags, enters: isTheirs && scopeOf(sender) === 'own' };
}

/** Work is planned once, on one version and one place; said again, its day or its note moves. */
function judgePlan(operation: Operation & { k: 'plan' }, { subject, steps }: Standing, sender: Sender): Judgement {
  if (!mayRecord(operation, sender)) return rejected('not_yours');
  if (steps === null) return held('unknown_procedure');
  const { procedure, site, asset = null } = operation.p;
  if (subject !== null && (subject.procedure !== procedure || subject.site !== site || subject.asset !== asset)) return rejected('moved');
  return { state: 'applied', flags: clockFlags(operation), enters: false };
}

const removalFlag = (isRemoved: boolean): LogFlag[] => (isRemoved ? ['after_removal'] : []);
const clockFlags = ({ o }: Pick<Envelope, 'o'>): LogFlag[] => (Math.abs(o) > CLOCK_TRUST_MS ? ['clock'] : []);

function flagsOf(operation: Operation, subject: Subject, isRemoved: boolean): LogFlag[] {
  const isWork = !OFFICE_WORK.has(operation.k);
  return [
    ...clockFlags(operation),
    ...removalFlag(isRemoved),
    ...(isWork && subject.status === 'cancelled' ? (['after_cancel'] as const) : []),
    ...(isWork && (subject.status === 'completed' || subject.status === 'approved') ? (['after_completion'] as const) : []),
  ];
}

/** What the office does about work that is over is no late work. */
const OFFICE_WORK: ReadonlySet<string> = new Set<Operation['k']>(['review', 'reopen', 'plan', 'assign', 'unassign', 'cancel']);
