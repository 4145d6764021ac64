import {
  aboutOf,
  applyAct,
  type DraftAct,
  type DraftStep,
  type History,
  historyOf,
  type ProcedureDraft,
  recorded,
  redone,
  settled,
  undone,
} from '@heliograph/domain/procedure/draft';
import { cell, type Readable } from '../../../platform/readable.ts';

export interface EditorState {
  readonly history: History<ProcedureDraft>;
  /** The step whose properties are shown; null: the procedure's own. */
  readonly open: string | null;
  /** Steps that the next act on several is about. Empty: the open one. */
  readonly marked: ReadonlySet<string>;
}

/** One draft being written. Held outside of React, so that a letter typed renders the step it is typed into and nothing else. */
export interface Editor {
  readonly state: Readable<EditorState>;
  act(act: DraftAct): void;
  /** The author pauses: what is typed next is undone apart from what was typed before. */
  pause(): void;
  undo(): void;
  redo(): void;
  open(id: string | null): void;
  mark(ids: ReadonlySet<string>): void;
  /** Takes over a draft with a colleague's work in it. What was done before cannot be undone any more: it would take their words away. */
  takeOver(draft: ProcedureDraft): void;
}

const NONE: ReadonlySet<string> = new Set();

export function createEditor(draft: ProcedureDraft): Editor {
  const state = cell<EditorState>({ history: historyOf(draft), open: draft.steps[0]?.id ?? null, marked: NONE });
  const go = (history: History<ProcedureDraft>) => {
    const now = state.get();
    if (history !== now.history) state.set({ history, ...focusAfter(now, history.present) });
  };
  return {
    state,
    act: (act) => {
      const { history } = state.get();
      go(recorded(history, applyAct(history.present, act), aboutOf(act)));
    },
    pause: () => go(settled(state.get().history)),
    undo: () => go(undone(state.get().history)),
    redo: () => go(redone(state.get().history)),
    open: (open) => state.set({ ...state.get(), open, marked: NONE }),
    mark: (marked) => state.set({ ...state.get(), marked }),
    takeOver: (draft) => go(historyOf(draft)),
  };
}

/** What is open after an act: what it made; else what was open; else what took the place of what went. */
function focusAfter({ history, open, marked }: EditorState, { steps }: ProcedureDraft): Pick<EditorState, 'open' | 'marked'> {
  const before = history.present.steps;
  const known = new Set(before.map(({ id }) => id));
  const made = steps.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const left = new Set(steps.map(({ id }) => id));
  const kept = new Set([...marked].filter((id) => left.has(id)));
  if (made.length > 0) return { open: made[0] ?? null, marked: made.length > 1 ? new Set(made) : NONE };
  if (open === null || left.has(open)) return { open, marked: kept.size === marked.size ? marked : kept };
  const at = before.findIndex(({ id }) => id === open);
  const after = before.slice(at).find(({ id }) => left.has(id)) ?? before.slice(0, Math.max(at, 0)).findLast(({ id }) => left.has(id));
  return { open: after?.id ?? null, marked: NONE };
}

export const draftIn = ({ history }: EditorState): ProcedureDraft => history.present;

/** The steps an act on several is about, in their order. */
export const chosenIn = (state: EditorState): readonly DraftStep[] =>
  draftIn(state).steps.filter(({ id }) => (state.marked.size > 0 ? state.marked.has(id) : id === state.open));

/** An id for a new step. Random: two people who add one at the same moment add two. */
export const newStepId = (): string => `s${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => (byte % 36).toString(36)).join('')}`;

/** Runs after every act that changed the draft; opening and marking steps is none. Returns what ends it. */
export function onDraft({ state }: Editor, listener: () => void): () => void {
  let last = draftIn(state.get());
  return state.subscribe(() => {
    const now = draftIn(state.get());
    if (now === last) return;
    last = now;
    listener();
  });
}
