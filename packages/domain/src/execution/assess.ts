import type { AssetContext } from '../asset/context.ts';
import { visibility } from '../condition/visibility.ts';
import type { AssetId } from '../ids.ts';
import type { ProcedureContent } from '../procedure/content.ts';
import { type Answer, type Answers, readAnswers, stepById } from './answers.ts';
import type { ExecutionState } from './fold.ts';
import type { LogEntry } from './log.ts';
import { type Item, itemsOf, type Place, placesOf } from './places.ts';

/** A certification somebody holds, as far as the phone knows. */
export interface HeldCertification {
  readonly code: string;
  /** Last valid day, `YYYY-MM-DD`; null when it does not expire. */
  readonly expires: string | null;
}

export interface AssessInput {
  readonly content: ProcedureContent;
  readonly state: ExecutionState;
  readonly asset: AssetContext | null;
  readonly assets: (id: AssetId) => AssetContext | null;
  /** Steps of this version whose limits an authorised person has confirmed. */
  readonly confirmed: ReadonlySet<string>;
}

/** What one place needs, or came to. `held`: recorded with a newer app. */
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
  /** The first hold point not passed: what comes after it may be read, not answered. */
  readonly openHoldPoint: AssessedPlace | null;
}

export function assess(input: AssessInput): Assessment {
  const items = (over: string): readonly Item[] => itemsOf(over, input);
  const answers = readAnswers(input, items);
  const isShown = visibility({
    step: (id) => stepById(input.content, id),
    items: (over) => items(over).map(({ key }) => key),
    answerOf: (id, item) => answers.asked(id, item),
  });
  const shown = placesOf(input.content, items).filter(({ step, item }) => isShown(step, item?.key ?? null));
  const places = shown.map((place) => assessPlace(place, answers));
  const counted = places.filter(({ step }) => step.required);
  return {
    places,
    progress: { done: counted.filter(({ isMissing }) => !isMissing).length, total: counted.length },
    missing: places.filter(({ isMissing }) => isMissing),
    failed: places.filter(({ state }) => state === 'failed' || state === 'refused'),
    findings: places.flatMap(findingOf),
    halt: haltOf(places, input.state),
    openHoldPoint: places.find(({ step, state }) => step.holdPoint && (state === 'todo' || state === 'refused')) ?? null,
  };
}

function assessPlace(place: Place, answers: Answers): AssessedPlace {
  const answer = answers.at(place.step, place.item);
  const state = stateOf(place, answer);
  const isOpen = state === 'todo' || state === 'refused';
  return {
    ...place,
    ...answer,
    state,
    isMissing: place.step.required && isOpen,
    isConflict: answer.register?.isConflict ?? false,
    reason: reasonOf(answer),
  };
}

function stateOf({ step }: Place, { register, response, evaluation }: Answer): PlaceState {
  const kind = register?.effective?.operation.k;
  if (kind === 'refuse') return 'refused';
  if (kind === 'skip') return step.holdPoint ? 'todo' : 'skipped';
  if (evaluation === null || response === null) return kind === undefined || kind === 'clear' ? 'todo' : 'held';
  if (evaluation.outcome === 'fail') return 'failed';
  if (evaluation.outcome === 'watch') return 'watch';
  // Too few pictures, or not the signature that was asked for: begun, not done.
  if ((step.kind === 'photo' || step.kind === 'signature') && evaluation.outcome !== 'pass') return 'todo';
  return 'done';
}

function reasonOf({ register }: Answer): string | null {
  const operation = register?.effective?.operation;
  const reason = operation?.k === 'skip' || operation?.k === 'refuse' ? operation.p['reason'] : null;
  return typeof reason === 'string' ? reason : null;
}

function findingOf({ evaluation, address }: AssessedPlace): Finding[] {
  return evaluation?.finding == null ? [] : [{ code: evaluation.finding, severity: evaluation.severity, address }];
}

/** A refused hold point halts the run as a failed one does. Answering again with something better lifts it; the history keeps both. */
function haltOf(places: readonly AssessedPlace[], { releases }: ExecutionState): Assessment['halt'] {
  for (const place of places) {
    const entry = place.register?.effective;
    if (entry == null || !(place.evaluation?.stopsWork || place.state === 'refused')) continue;
    if (!releases.some(({ p }) => p.halt === entry.operation.id)) return { place, entry };
  }
  return null;
}
