import type { AnswerId, QuestionId } from '@heliograph/domain/assistant';
import type { AnswerEnd } from './events.ts';

/** An answer that this process is writing, as its readers see it. */
export interface Sheet {
  readonly text: string;
  /** Null while words are still coming. */
  readonly end: AnswerEnd | null;
}

/** The writer's side of a sheet. */
export interface Pen {
  /** Ends when somebody stops the answer. */
  readonly stopped: AbortSignal;
  stop(): void;
  add(text: string): void;
  /** Called when the answer is in the database as it ended: readers go there from now on. */
  end(end: AnswerEnd): void;
}

/** The answers this process is writing now. Whoever reads along hears of each word at once, without the database. */
export interface Hub {
  begin(question: QuestionId, answer: AnswerId): Pen;
  read(answer: AnswerId): Sheet | undefined;
  stop(answers: readonly AnswerId[]): void;
  /** Settles at the next change of the question's answers. Ask for it before reading, so that nothing slips between. */
  changed(question: QuestionId): Promise<void>;
  /** Keeps count of work that goes on behind the answers: titles, summaries. */
  during(work: Promise<void>): void;
  /** Settles when nothing is under way. */
  idle(): Promise<void>;
}

interface Work {
  readonly abort: AbortController;
  sheet: Sheet;
}

export function createHub(): Hub {
  const works = new Map<AnswerId, Work>();
  const waiting = new Map<QuestionId, { promise: Promise<void>; wake: () => void }>();
  const under = new Set<Promise<void>>();

  const tell = (question: QuestionId) => {
    waiting.get(question)?.wake();
    waiting.delete(question);
  };
  return {
    begin: (question, answer) => {
      const work: Work = { abort: new AbortController(), sheet: { text: '', end: null } };
      works.set(answer, work);
      return {
        stopped: work.abort.signal,
        stop: () => work.abort.abort(),
        add: (text) => {
          work.sheet = { text: work.sheet.text + text, end: null };
          tell(question);
        },
        end: (end) => {
          work.sheet = { ...work.sheet, end };
          works.delete(answer);
          tell(question);
        },
      };
    },
    read: (answer) => works.get(answer)?.sheet,
    stop: (answers) => {
      for (const answer of answers) works.get(answer)?.abort.abort();
    },
    changed: (question) => {
      const known = waiting.get(question);
      if (known !== undefined) return known.promise;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(question, { promise, wake: resolve });
      return promise;
    },
    during: (work) => {
      const settled = work.finally(() => under.delete(settled));
      under.add(settled);
    },
    idle: async () => {
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
}
