import { branchesAt, branchTo, UNSAFE } from '@heliograph/domain/assistant';
import { opensEmergency, type Safety } from '@heliograph/domain/assistant/safety';
import type { Output, RpcError } from '../../platform/rpc.ts';
import type { Piece } from '../../platform/stream.ts';

export type OpenTalk = Output<'conversation.get'>;
export type Question = OpenTalk['questions'][number];
export type Answer = Question['answers'][number];
type Event = Piece<'conversation.follow'>;

/** Where a question is that no answer was heard of yet: on its way, waiting for the network, or not taken. */
export type Way = { readonly kind: 'sending' } | { readonly kind: 'queued' } | { readonly kind: 'refused'; readonly error: RpcError };

export interface TalkState {
  /** `reading`: nobody knows yet. `unreached`: neither the server nor this device has it. */
  readonly kind: 'reading' | 'ready' | 'unreached' | 'missing';
  /** Null: a conversation in which nothing has been asked. */
  readonly talk: OpenTalk['conversation'] | null;
  readonly isOwn: boolean;
  readonly questions: readonly Question[];
  readonly leaf: string | null;
  readonly ways: Readonly<Record<string, Way>>;
  /** Read from this device; the server may know more. */
  readonly isStale: boolean;
}

export const NOTHING: TalkState = { kind: 'reading', talk: null, isOwn: true, questions: [], leaf: null, ways: {}, isStale: false };

export const shownOf = ({ questions, leaf }: TalkState): readonly Question[] => branchTo(questions, leaf);
export const branchesOf = ({ questions }: TalkState, question: Question): readonly Question[] => branchesAt(questions, question);
/** What was asked before a question, oldest first. */
export const askedBefore = ({ questions }: TalkState, { parent }: Question): readonly string[] => branchTo(questions, parent).map(({ text }) => text);
/** Something was said that can be gone on from. */
export const isAnswered = (question: Question): boolean =>
  !isWriting(question) && question.answers.some(({ text, problem }) => text !== '' && !problem?.startsWith(UNSAFE));
/** Every model that was asked kept silent. */
export const isUnanswered = ({ answers }: Question): boolean =>
  answers.length > 0 && answers.every(({ status, text }) => status === 'failed' && text === '');
export const isWriting = ({ answers }: Question): boolean => answers.some(({ status }) => status === 'writing');

/** A question as it stands before the server has said anything. */
export const askedNow = (asked: Pick<Question, 'id' | 'conversation' | 'parent' | 'text' | 'language' | 'context'>, at: number): Question => ({
  ...asked,
  ...{ sources: [], safety: safetyHere(asked.text), askedAt: at, answers: [] },
});

/** Danger is told here and now, with or without a network; all else waits for the server. */
const safetyHere = (text: string): Safety => ({ emergency: opensEmergency(text), mustSay: [], refuse: null, value: null });

/** The question with what was just heard of it. */
export function heard(question: Question, event: Event): Question {
  if ('found' in event) return { ...question, sources: event.found.sources, safety: event.found.safety };
  const { answer: id, place, provider, model, reason } = event;
  const known = question.answers.find((answer) => answer.id === id);
  const before: Answer = known ?? { ...NEW, id, question: question.id, place, provider, model, reason };
  const now: Answer =
    'delta' in event ? { ...before, text: joined(before.text, event) } : { ...before, ...('done' in event ? event.done : event.error) };
  const answers =
    known === undefined
      ? [...question.answers, now].toSorted((a, b) => a.place - b.place)
      : question.answers.map((one) => (one === known ? now : one));
  return { ...question, answers };
}

/** The database may have told of words before they come here one by one: they stand once. */
const joined = (text: string, { delta, at }: { readonly delta: string; readonly at: number }): string =>
  at + delta.length <= text.length ? text : text.slice(0, at) + delta;

/** The question with one of its answers begun anew. */
export const reopened = (question: Question, id: string): Question => ({
  ...question,
  answers: question.answers.map((answer) => (answer.id === id ? { ...answer, ...NEW } : answer)),
});

const NEW: Omit<Answer, 'id' | 'question' | 'place' | 'provider' | 'model' | 'reason'> = {
  ...{ status: 'writing', text: '', problem: null, firstWordMs: null, totalMs: null },
  ...{ tokensIn: null, tokensOut: null, cost: null, isChosen: false, aliveAt: 0 },
};
