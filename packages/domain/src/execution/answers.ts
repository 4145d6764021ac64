import { type IsShown, visibility } from '../condition/visibility.ts';
import type { Step } from '../procedure/content.ts';
import type { Evaluation, EvaluationContext } from '../step-kinds/define.ts';
import { judgeStep } from '../step-kinds/index.ts';
import type { AssessInput } from './assess.ts';
import { contexts, responseIn, textOf } from './context.ts';
import type { ExecutionState, PhotoEvidence, RegisterView } from './fold.ts';
import type { LogEntry } from './log.ts';
import { addressOf, type Item, type ItemsOf, type Place } from './places.ts';

/** The answer that stands at an address, and what it means now. */
export interface Answer {
  readonly register: RegisterView | null;
  /** The skip or refusal that stands here. A picture or signature that names it takes its place. */
  readonly declined: LogEntry | null;
  /** As the step's kind stores it; null while nothing stands, after a clear, a skip or a refusal. */
  readonly response: unknown;
  /** Null also where this build cannot read the response. */
  readonly evaluation: Evaluation | null;
  readonly photos: readonly PhotoEvidence[];
  /** What an evaluation here may look at: for limits shown before anything is typed. */
  readonly context: EvaluationContext;
}

type Where = Pick<Place, 'step' | 'item' | 'address'>;

export interface Answers {
  at(place: Where): Answer;
  readonly isShown: IsShown;
}

/** Reads answers out of the folded state, each evaluated once. */
export function readAnswers(input: AssessInput, items: ItemsOf): Answers {
  const read = new Map<string, Answer>();
  const steps = new Map(input.content.steps.map((step) => [step.id, step]));
  const evidenceAt = evidenceByAddress(input.state);
  const at = ({ step, item, address }: Where): Answer => {
    const known = read.get(address);
    if (known !== undefined) return known;
    const register = input.state.registers.get(address) ?? null;
    const answer = readOne(step, { register, evidence: evidenceAt.get(address) ?? NOTHING, context: contextAt({ step, item }) });
    read.set(address, answer);
    return answer;
  };
  const isShown = visibility({
    step: (id) => steps.get(id) ?? null,
    items: (over) => [...items(over).keys()],
    answerOf(id, key) {
      const step = steps.get(id);
      if (step === undefined) return null;
      const { response, evaluation } = at({ step, item: itemOf(step, key, items), address: addressOf(id, key) });
      return evaluation === null ? null : { value: textOf(response), outcome: evaluation.outcome };
    },
  });
  const contextAt = contexts({ input, steps, items, isShown });
  return { at, isShown };
}

const itemOf = ({ repeat }: Step, key: string | null, items: ItemsOf): Item | null =>
  key === null || repeat === undefined ? null : (items(repeat.over).get(key) ?? null);

interface Evidence {
  readonly photos: PhotoEvidence[];
  readonly signatures: ExecutionState['signatures'][number][];
}
const NOTHING: Evidence = { photos: [], signatures: [] };

/** Pictures not removed, and signatures, by where they were made. */
function evidenceByAddress({ photos, signatures }: ExecutionState): Map<string, Evidence> {
  const found = new Map<string, Evidence>();
  const at = (address: string) => {
    const evidence = found.get(address) ?? { photos: [], signatures: [] };
    found.set(address, evidence);
    return evidence;
  };
  for (const photo of photos) if (photo.s !== null && photo.removedBy === null) at(photo.s).photos.push(photo);
  for (const signature of signatures) if (signature.s !== null) at(signature.s).signatures.push(signature);
  return found;
}

interface Found {
  readonly register: RegisterView | null;
  readonly evidence: Evidence;
  readonly context: EvaluationContext;
}

function readOne(step: Step, { register, evidence, context }: Found): Answer {
  const response = responseOf(step, { register, evidence });
  return {
    ...{ register, response, context, photos: evidence.photos, declined: declinedBy(step, { register, evidence }) },
    evaluation: response === null ? null : judgeStep(step, response, context),
  };
}

/** Pictures and signatures are operations of their own: their answer is what stands at the address. */
function responseOf(step: Step, { register, evidence }: Omit<Found, 'context'>): unknown {
  if (step.kind === 'photo') return evidence.photos.length === 0 ? null : { count: evidence.photos.length };
  if (step.kind === 'signature') return evidence.signatures.length === 0 ? null : { roles: evidence.signatures.map(({ p }) => p.role) };
  return responseIn(register);
}

function declinedBy(step: Step, { register, evidence }: Omit<Found, 'context'>): LogEntry | null {
  const entry = register?.effective ?? null;
  if (entry?.operation.k !== 'skip' && entry?.operation.k !== 'refuse') return null;
  const made = step.kind === 'photo' ? evidence.photos : step.kind === 'signature' ? evidence.signatures : [];
  return made.some((one) => one.entry.operation.b?.includes(entry.operation.id)) ? null : entry;
}
