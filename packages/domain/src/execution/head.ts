import type { ExecutionId, OperationId, UserId } from '../ids.ts';
import type { Envelope } from '../operation/index.ts';
import { comparableTime } from './log.ts';
import { addToRegister, emptyRegister, type Register } from './register.ts';

/** What is kept of a head beside its id: enough to choose the effective one and to see a conflict without loading operations. */
export interface StepHead {
  readonly id: OperationId;
  readonly k: string;
  readonly by: UserId;
  /** Capture time for comparison, ms: see `comparableTime`. */
  readonly at: number;
  readonly outcome: 'pass' | 'watch' | 'fail' | 'none' | null;
  /** The answer in a comparable form: a decimal, an option, a text. */
  readonly value: string | null;
}

/** Folded state of one register of one execution. */
export interface StepState {
  readonly x: ExecutionId;
  readonly s: string;
  readonly register: Register<StepHead>;
  readonly effective: OperationId | null;
  readonly conflict: boolean;
  /** Highest log position that touched it. */
  readonly seq: number;
}

const OUTCOMES = ['pass', 'watch', 'fail', 'none'] as const;

/** The head an operation makes. Reads defensively: a newer kind gives an opaque head, never an empty one. */
export function headOf(operation: Envelope, by: UserId): StepHead {
  const verdict = operation.p['verdict'];
  const shown = typeof verdict === 'object' && verdict !== null && 'outcome' in verdict ? verdict.outcome : null;
  return {
    id: operation.id,
    k: operation.k,
    by,
    at: comparableTime(operation),
    outcome: OUTCOMES.find((outcome) => outcome === shown) ?? null,
    value: comparable(operation),
  };
}

/** What two cards of the conditions must agree on. */
const READINGS = ['irradiance', 'moduleTemperature', 'airTemperature', 'wind', 'sky'] as const;

function comparable({ k, p }: Envelope): string | null {
  if (k === 'conditions') return READINGS.map((name) => trimDecimal(String(p[name] ?? ''))).join(' ');
  if (k === 'plan') return String(p['day'] ?? '');
  if (k !== 'step') return null;
  const response = p['response'];
  if (typeof response !== 'object' || response === null) return null;
  if ('done' in response && response.done === true) return 'done';
  const fields = 'value' in response ? response.value : 'text' in response ? response.text : 'code' in response ? response.code : null;
  return typeof fields === 'string' ? trimDecimal(fields) : null;
}

/** 12.40 and 12.4 are one reading. */
const trimDecimal = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text);

/** Refusals before answers, the worst answer before better ones (a defect is never hidden by a tie-break), answers before skips and clears. */
function rank({ k, outcome }: StepHead): number {
  if (k === 'refuse') return 9;
  if (k === 'clear') return 0;
  if (k === 'skip') return 1;
  if (k !== 'step') return 8;
  return outcome === 'fail' ? 7 : outcome === 'watch' ? 6 : outcome === 'pass' ? 5 : 4;
}

function comesBefore(a: StepHead, b: StepHead): boolean {
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  if (a.at !== b.at) return a.at > b.at;
  return a.id > b.id;
}

/** The head that is shown and reported while several stand: the same everywhere, whatever order they came in. */
export function effectiveHead(heads: readonly StepHead[]): StepHead | null {
  return heads.reduce<StepHead | null>((best, head) => (best === null || comesBefore(head, best) ? head : best), null);
}

/** Several heads that say different things. Two equal readings are kept both and are no conflict. */
export function isConflict(heads: readonly StepHead[]): boolean {
  const [first, ...others] = heads.filter(({ k }) => k !== 'clear' || heads.length > 1);
  return first !== undefined && others.some((head) => head.k !== first.k || head.value !== first.value || (head.value === null && head.k === 'step'));
}

export const emptyState = (x: ExecutionId, s: string): StepState => ({ x, s, register: emptyRegister, effective: null, conflict: false, seq: 0 });

/** Adds one applied operation to the state of its register. */
export function advanceState(state: StepState, operation: Envelope, { by, seq }: { by: UserId; seq: number }): StepState {
  const register = addToRegister(state.register, headOf(operation, by), operation.b);
  return {
    ...state,
    register,
    effective: effectiveHead(register.heads)?.id ?? null,
    conflict: isConflict(register.heads),
    seq: Math.max(state.seq, seq),
  };
}
