import type { AssetContext } from '../asset/context.ts';
import { sameReading, toDecimal } from '../decimal.ts';
import type { AssetId, OperationId } from '../ids.ts';
import type { ProcedureContent, Step } from '../procedure/content.ts';
import { type Answer, readAnswers } from './answers.ts';
import { responseIn, textOf } from './context.ts';
import type { ExecutionState, RegisterView } from './fold.ts';
import type { LogEntry } from './log.ts';
import { itemLists, type Place, placesOf, stepIdOf } from './places.ts';
import { PAUSE } from './register.ts';

/** A certification somebody holds, as far as the phone knows. */
export interface HeldCertification {
  readonly code: string;
  /** Last valid day, `YYYY-MM-DD`; null when it does not expire. */
  readonly expires: string | null;
}

/** @param day of the place where the work is, `YYYY-MM-DD`; the last day counts */
export const isHeldOn = ({ expires }: Pick<HeldCertification, 'expires'>, day: string): boolean => expires === null || expires >= day;

export interface AssessInput {
  readonly content: ProcedureContent;
  readonly state: ExecutionState;
  readonly asset: AssetContext | null;
  readonly assets: (id: AssetId) => AssetContext | null;
  /** Steps of this version whose limits an authorised person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

/** What one place needs, or came to. `held`: recorded with a newer app, or in words that no app uses. */
export type PlaceState = 'todo' | 'done' | 'watch' | 'failed' | 'skipped' | 'refused' | 'held';

export interface AssessedPlace extends Place, Answer {
  readonly state: PlaceState;
  /** Required and not yet what it must be. */
  readonly isMissing: boolean;
  readonly isConflict: boolean;
  /** Reason of a skip or a refusal. */
  readonly reason: string | null;
}

export interface Finding {
  readonly code: string;
  readonly severity: number | null;
  readonly address: string;
}

/** An execution read with its procedure: what is to do, what stands, what follows. The same on phone and server. */
export interface Assessment {
  /** Shown places only, in working order. */
  readonly places: readonly AssessedPlace[];
  readonly progress: { readonly done: number; readonly total: number };
  readonly missing: readonly AssessedPlace[];
  readonly failed: readonly AssessedPlace[];
  readonly findings: readonly Finding[];
  /** The first place whose answer stops the work, unless a supervisor let the run go on past it. */
  readonly halt: { readonly place: AssessedPlace; readonly entry: LogEntry } | null;
  /** The first place whose answer parks the run ("wait until dark") while nobody has resumed it since. */
  readonly parked: AssessedPlace | null;
  /** The place that a reviewer sent the run back to, until something is recorded there again. */
  readonly toCorrect: AssessedPlace | null;
  /** The first hold point not passed: what comes after it may be read, not answered. */
  readonly openHoldPoint: AssessedPlace | null;
}

export function assess(input: AssessInput): Assessment {
  const items = itemLists(input);
  const answers = readAnswers(input, items);
  const released = new Set(input.state.releases.map(({ p }) => p.halt));
  const shown = placesOf(input, items).filter(({ step, item }) => answers.isShown(step, item?.key ?? null));
  const places = shown.map((place) => assessPlace(place, answers.at(place), released));
  const counted = places.filter(({ step }) => step.required);
  return {
    places,
    progress: { done: counted.filter(({ isMissing }) => !isMissing).length, total: counted.length },
    missing: places.filter(({ isMissing }) => isMissing),
    failed: places.filter(({ state }) => state === 'failed' || state === 'refused'),
    findings: places.flatMap(findingOf),
    halt: haltOf(places, released),
    parked: parkedAt(places, input.state),
    toCorrect: toCorrectAt(places, input.state),
    openHoldPoint: places.find((place) => place.step.holdPoint && isOpen(place, released)) ?? null,
  };
}

function assessPlace(place: Place, answer: Answer, released: Released): AssessedPlace {
  const state = stateOf(place, answer);
  return {
    ...place,
    ...answer,
    state,
    isMissing: place.step.required && isOpen({ ...place, declined: answer.declined, state }, released),
    isConflict: disagrees(place.step, answer.register),
    reason: reasonOf(answer),
  };
}

/** Operations past which a supervisor let the run go on. */
type Released = ReadonlySet<OperationId>;

function stateOf({ step }: Place, { register, declined, response, evaluation }: Answer): PlaceState {
  if (declined !== null) return declined.operation.k === 'refuse' ? 'refused' : step.holdPoint ? 'todo' : 'skipped';
  const kind = register?.effective?.operation.k;
  if (response === null && (kind === undefined || kind === 'clear')) return 'todo';
  if (evaluation === null) return 'held';
  if (evaluation.outcome === 'fail') return 'failed';
  if (evaluation.outcome === 'watch') return 'watch';
  return evaluation.outcome === 'none' && needsVerdict(step) ? 'todo' : 'done';
}

/**
 * Whether an answer without a verdict leaves the step to do. Too few pictures, or not the signature that was asked for: begun, not done.
 * A hold point that could be judged (its limits need inputs that are missing, the option or the unit is not its own) is not passed unjudged.
 */
function needsVerdict(step: Step): boolean {
  if (step.kind === 'photo' || step.kind === 'signature') return true;
  if (step.kind !== 'measurement') return step.holdPoint && step.kind === 'choice';
  return step.holdPoint && [step.min, step.max, step.watch, step.expected, step.limitsBy].some((limit) => limit !== undefined);
}

/** Still to be passed. What nobody here can read is taken for an answer, but never for a hold point passed. */
function isOpen({ step, item, state, declined }: Pick<AssessedPlace, 'step' | 'item' | 'state' | 'declined'>, released: Released): boolean {
  if (item?.isGone || (step.kind === 'photo' && step.minCount === 0)) return false;
  if (state === 'refused') return declined === null || !released.has(declined.operation.id);
  return state === 'todo' || (state === 'held' && step.holdPoint);
}

/** Readings that are one at the precision the step asks for do not contradict each other (decision 8). */
function disagrees(step: Step, register: RegisterView | null): boolean {
  if (register === null || !register.isConflict || step.kind !== 'measurement') return register?.isConflict ?? false;
  const [first = null, ...others] = register.heads.map((head) => toDecimal(textOf(responseIn({ effective: head })) ?? ''));
  return first === null || others.some((other) => other === null || !sameReading(first, other, step.decimals));
}

function reasonOf({ declined }: Answer): string | null {
  const reason = declined?.operation.p['reason'];
  return typeof reason === 'string' ? reason : null;
}

function findingOf({ evaluation, address }: AssessedPlace): Finding[] {
  return evaluation?.finding == null ? [] : [{ code: evaluation.finding, severity: evaluation.severity, address }];
}

/** A refused hold point halts the run as a failed one does. Answering again with something better lifts it; the history keeps both. */
function haltOf(places: readonly AssessedPlace[], released: Released): Assessment['halt'] {
  for (const place of places) {
    const entry = place.state === 'refused' ? place.declined : place.evaluation?.stopsWork ? (place.register?.effective ?? null) : null;
    if (entry !== null && !released.has(entry.operation.id)) return { place, entry };
  }
  return null;
}

function parkedAt(places: readonly AssessedPlace[], { registers, history }: ExecutionState): AssessedPlace | null {
  const pause = registers.get(PAUSE)?.effective ?? null;
  const resumed = pause?.operation.k === 'resume' ? history.indexOf(pause) : -1;
  const isParking = ({ evaluation, register }: AssessedPlace) =>
    evaluation?.suspends === true && register?.effective != null && history.indexOf(register.effective) > resumed;
  return places.find(isParking) ?? null;
}

/** Whether a reviewer sent the run back to this place; a return to a repeated step means all of its places. */
export function isSentBackTo({ address, step }: Pick<Place, 'address' | 'step'>, { returned }: Pick<ExecutionState, 'returned'>): boolean {
  return isMeant(returned?.p.step, { address, step: step.id });
}

const isMeant = (named: string | undefined, { address, step }: { address: string; step: string }): boolean =>
  named !== undefined && (named === address || named === step);

function toCorrectAt(places: readonly AssessedPlace[], state: ExecutionState): AssessedPlace | null {
  const { returned, history } = state;
  if (returned === null) return null;
  const since = history.slice(history.indexOf(returned.entry) + 1);
  const isTouched = since.some(({ operation: { s } }) => s !== undefined && isMeant(returned.p.step, { address: s, step: stepIdOf(s) }));
  return isTouched ? null : (places.find((place) => isSentBackTo(place, state)) ?? null);
}
