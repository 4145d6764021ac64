import type { ConditionAnswer } from '../condition/visibility.ts';
import { type Decimal, decimalSchema } from '../decimal.ts';
import type { ProcedureContent, Step } from '../procedure/content.ts';
import type { Evaluation, EvaluationContext, SiteCondition } from '../step-kinds/define.ts';
import { evaluateStep } from '../step-kinds/index.ts';
import type { AssessInput } from './assess.ts';
import type { PhotoEvidence, RegisterView } from './fold.ts';
import { addressOf, type Item } from './places.ts';

/** The answer that stands at an address, and what it means now. */
export interface Answer {
  readonly register: RegisterView | null;
  /** As the step's kind stores it; null while nothing stands, after a clear, a skip or a refusal. */
  readonly response: unknown;
  readonly evaluation: Evaluation | null;
  readonly photos: readonly PhotoEvidence[];
  /** What an evaluation here may look at: for limits shown before anything is typed. */
  readonly context: EvaluationContext;
}

export interface Answers {
  at(step: Step, item: Item | null): Answer;
  /** As conditions see it; null while unanswered. */
  asked(stepId: string, item: string | null): ConditionAnswer | null;
}

/** Reads answers out of the folded state, each evaluated once. */
export function readAnswers(input: AssessInput, items: (over: string) => readonly Item[]): Answers {
  const read = new Map<string, Answer>();
  const steps = new Map(input.content.steps.map((step) => [step.id, step]));
  const answers: Answers = {
    at(step, item) {
      const address = addressOf(step.id, item?.key ?? null);
      const known = read.get(address);
      if (known !== undefined) return known;
      const answer = readOne(input, { step, address, context: contextFor(input, { step, item, steps, items, answers }) });
      read.set(address, answer);
      return answer;
    },
    asked(stepId, item) {
      const step = steps.get(stepId);
      if (step === undefined) return null;
      const place = item === null ? null : (items(step.repeat?.over ?? '').find(({ key }) => key === item) ?? null);
      const { response, evaluation } = answers.at(step, place);
      return evaluation === null ? null : { value: textOf(response), outcome: evaluation.outcome };
    },
  };
  return answers;
}

function readOne({ state }: AssessInput, { step, address, context }: { step: Step; address: string; context: EvaluationContext }): Answer {
  const register = state.registers.get(address) ?? null;
  const photos = state.photos.filter(({ s, removedBy }) => s === address && removedBy === null);
  const response = responseOf(step, { register, photos, roles: state.signatures.filter(({ s }) => s === address).map(({ p }) => p.role) });
  return { register, photos, response, context, evaluation: response === null ? null : evaluateStep(step, response, context) };
}

/** Pictures and signatures are operations of their own: their answer is what stands at the address. */
function responseOf(
  step: Step,
  { register, photos, roles }: { register: RegisterView | null; photos: readonly unknown[]; roles: readonly string[] },
): unknown {
  if (step.kind === 'photo') return photos.length === 0 ? null : { count: photos.length };
  if (step.kind === 'signature') return roles.length === 0 ? null : { roles };
  const operation = register?.effective?.operation;
  return operation?.k === 'step' ? (operation.p['response'] ?? null) : null;
}

interface Where {
  readonly step: Step;
  readonly item: Item | null;
  readonly steps: ReadonlyMap<string, Step>;
  readonly items: (over: string) => readonly Item[];
  readonly answers: Answers;
}

/** What an evaluation may look at: other answers at the same item, the asset in hand, the site's conditions. */
function contextFor(input: AssessInput, { step, item, steps, items, answers }: Where): EvaluationContext {
  const answerOf = (id: string): unknown => {
    const other = steps.get(id);
    if (other === undefined || other.id === step.id) return null;
    const isShared = other.repeat !== undefined && other.repeat.over === step.repeat?.over;
    return answers.at(other, isShared ? item : null).response;
  };
  return {
    asset: item?.asset ?? input.asset,
    numberOf: (id) => decimalOf(textOf(answerOf(id))),
    valueOf: (id) => textOf(answerOf(id)),
    conditionOf: (name) => input.state.conditions?.[CONDITION_FIELDS[name]] ?? null,
    peersOf: (id) => {
      const others = items(steps.get(id)?.repeat?.over ?? '').filter(({ key }) => key !== item?.key);
      return others.flatMap(({ key }) => decimalOf(textOf(rawResponse(input, addressOf(id, key)))) ?? []);
    },
    isConfirmed: (id) => input.confirmed.has(id),
  };
}

const CONDITION_FIELDS = {
  irradiance: 'irradiance',
  module_temperature: 'moduleTemperature',
  air_temperature: 'airTemperature',
  wind: 'wind',
} as const satisfies Record<SiteCondition, string>;

/** Read without evaluating: neighbours are compared by their numbers, and each would ask for the other's verdict. */
function rawResponse({ state }: AssessInput, address: string): unknown {
  const operation = state.registers.get(address)?.effective?.operation;
  return operation?.k === 'step' ? operation.p['response'] : null;
}

function textOf(response: unknown): string | null {
  const value = typeof response === 'object' && response !== null && 'value' in response ? response.value : null;
  return typeof value === 'string' ? value : null;
}

function decimalOf(text: string | null): Decimal | null {
  const parsed = decimalSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

export const stepById = ({ steps }: ProcedureContent, id: string): Step | null => steps.find((step) => step.id === id) ?? null;
