import type { AskedQuestion } from '@heliograph/domain/assistant';
import { cell, type Readable } from '../../platform/readable.ts';
import type { Piece } from '../../platform/stream.ts';
import { askedNow, heard, NOTHING, type OpenTalk, type Question, reopened, type TalkState, type Way } from './talk-state.ts';

export type AnswerEvent = Piece<'conversation.follow'>;

/** What is shown of a conversation, and the few ways to change it. */
export interface Board {
  readonly state: Readable<TalkState>;
  change(next: Partial<TalkState>): void;
  open(talk: OpenTalk, isStale: boolean): void;
  /** Shows a question that was just asked, at the end of its branch. */
  show(asked: AskedQuestion, way: Way): void;
  setWay(question: string, way: Way | null): void;
  /** Takes a question off that nobody has taken. */
  drop(question: string): void;
  /** An answer is being written once more. */
  reopen(question: string, answer: string): void;
  note(event: AnswerEvent): void;
  /** Draws what was noted, now. */
  flush(): void;
}

export function createBoard(): Board {
  const state = cell<TalkState>(NOTHING);
  const pending = new Map<string, AnswerEvent[]>();
  const change = (next: Partial<TalkState>) => state.set({ ...state.get(), ...next });
  const setWay = (question: string, way: Way | null) => {
    const { [question]: _, ...others } = state.get().ways;
    change({ ways: way === null ? others : { ...others, [question]: way } });
  };
  const flush = () => {
    if (pending.size === 0) return;
    const { questions } = state.get();
    const next = questions.map((question) => (pending.get(question.id) ?? []).reduce(heard, question));
    pending.clear();
    change({ questions: next });
  };
  return {
    ...{ state, change, setWay, flush },
    open: ({ conversation, isOwn, questions }, isStale) => {
      // What the server does not have yet stays on screen.
      const { questions: shown, ways } = state.get();
      const isThere = (id: string) => questions.some((one) => one.id === id);
      const unsent = shown.filter(({ id }) => ways[id] !== undefined && !isThere(id));
      change({
        ...{ kind: 'ready', talk: conversation, isOwn, isStale },
        questions: [...questions.map((question) => furthest(question, shown)), ...unsent],
        leaf: unsent.at(-1)?.id ?? conversation.leaf,
        ways: Object.fromEntries(Object.entries(ways).filter(([id]) => !isThere(id))),
      });
    },
    show: (asked, way) => {
      const { questions } = state.get();
      const isNew = !questions.some((one) => one.id === asked.id);
      change({ ...(isNew ? { questions: [...questions, askedNow(asked, Date.now())] } : {}), leaf: asked.id });
      setWay(asked.id, way);
    },
    drop: (question) => {
      const { questions, leaf } = state.get();
      const parent = questions.find(({ id }) => id === question)?.parent ?? null;
      change({ questions: questions.filter(({ id }) => id !== question), leaf: leaf === question ? parent : leaf });
      setWay(question, null);
    },
    reopen: (question, answer) => change({ questions: state.get().questions.map((one) => (one.id === question ? reopened(one, answer) : one)) }),
    note: (event) => {
      // However fast words come, the screen is drawn once a frame; out of sight there are no frames.
      if (pending.size === 0) (document.visibilityState === 'visible' ? requestAnimationFrame : setTimeout)(flush);
      pending.set(event.question, [...(pending.get(event.question) ?? []), event]);
    },
  };
}

/** The database is a moment behind the words that came here: what is being written stays as far as it has got. */
function furthest(question: Question, shown: readonly Question[]): Question {
  const here = shown.find(({ id }) => id === question.id)?.answers ?? [];
  const answers = question.answers.map((answer) => {
    const known = here.find(({ id }) => id === answer.id);
    return known !== undefined && answer.status === 'writing' && known.text.length >= answer.text.length ? known : answer;
  });
  return { ...question, answers };
}
