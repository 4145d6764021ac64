import { canonicalJson } from '@heliograph/domain';
import { type Clash, type Merge, mergeDrafts, type ProcedureDraft } from '@heliograph/domain/procedure/draft';
import { cell, type Readable } from '../../../platform/readable.ts';
import { draftIn, type Editor, onDraft } from './editor-store.ts';
import type { KeptWords } from './kept-words.ts';

/** A draft as the server has it. */
export interface Stored {
  readonly revision: number;
  readonly draft: ProcedureDraft;
}

/** What the server says to a save. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  /** Somebody saved before: theirs, to be put together with mine. */
  | { readonly kind: 'overtaken'; readonly stored: Stored; readonly by: string | null }
  /** The draft was published or deleted meanwhile; `stored` is what a new one would begin from, null where none may. */
  | { readonly kind: 'gone'; readonly stored: Stored | null }
  /** Not reached, or the session is over, or it may not be saved. */
  | { readonly kind: 'offline' | 'signed_out' | 'refused' };

export interface SaveState {
  readonly kind: 'saved' | 'waiting' | 'saving' | Exclude<SaveAnswer['kind'], 'saved' | 'overtaken'>;
  /** False where not even this browser has room: the words are on the screen alone. */
  readonly isKept: boolean;
  readonly clashes: readonly Clash[];
  /** Who wrote at the same time. */
  readonly by: string | null;
  /** Where the draft is gone: what a new one would begin from. */
  readonly renewal: Stored | null;
}

export interface AutosaveDeps {
  readonly editor: Editor;
  readonly stored: Stored;
  readonly kept: KeptWords;
  save(draft: Stored): Promise<SaveAnswer>;
  /** Runs something after a pause, ms; returns what takes it back. */
  later(work: () => void, ms: number): () => void;
}

export interface Autosave {
  readonly state: Readable<SaveState>;
  /** At once: before publishing, or when the network is back. Resolves true once the server has everything. */
  flush(): Promise<boolean>;
  /** Keeps in this browser what is not saved, now: the page goes. */
  keep(): void;
  /** A newer draft that the server told of by itself. */
  hear(stored: Stored, by: string | null): void;
  /** Goes on in a new draft, where the old one is gone. */
  renew(): void;
  /** A person has decided about what two had written. */
  settle(clash: Clash): void;
  close(): void;
}

/** A pause in typing after which the draft goes to the server, and how long to wait for a network, ms. */
const PAUSE_MS = 1200;
const KEEP_MS = 300;
const RETRY_MS = 8000;

const SAVED: SaveState = { kind: 'saved', isKept: true, clashes: [], by: null, renewal: null };

/** Saves by itself, keeps in this browser what the server does not have yet, and puts two people's work together. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one state machine, whose states would only be further from each other in parts
export function startAutosave({ editor, stored, kept, save, later }: AutosaveDeps): Autosave {
  let base = stored;
  let running: Promise<boolean> | null = null;
  let cancel = (): void => undefined;
  let unkeep = (): void => undefined;
  const state = cell(SAVED);
  const patch = (wish: Partial<SaveState>) => state.set({ ...state.get(), ...wish });
  const mine = () => draftIn(editor.state.get());
  const wait = (ms: number) => {
    cancel();
    cancel = later(() => void flush(), ms);
  };

  const takeIn = (theirs: Stored, by: string | null) => {
    const { draft, clashes } = together(base.draft, mine(), theirs.draft);
    base = theirs;
    editor.takeOver(draft);
    patch({ by, clashes: [...state.get().clashes, ...clashes] });
  };

  const once = async (): Promise<boolean> => {
    const draft = mine();
    if (draft === base.draft) return settled();
    patch({ kind: 'saving' });
    const answer = await save({ revision: base.revision, draft });
    if (answer.kind === 'overtaken') {
      takeIn(answer.stored, answer.by);
      return once();
    }
    if (answer.kind !== 'saved') {
      patch({ kind: answer.kind, renewal: answer.kind === 'gone' ? answer.stored : null });
      if (answer.kind === 'offline') wait(RETRY_MS);
      return false;
    }
    base = { revision: answer.revision, draft };
    return mine() === draft ? settled() : once();
  };
  const settled = (): true => {
    unkeep();
    kept.forget();
    patch({ kind: 'saved', isKept: true });
    return true;
  };
  const flush = async (): Promise<boolean> => {
    cancel();
    // Two saves at once would overtake each other.
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  };

  const keep = () => {
    unkeep();
    if (mine() !== base.draft) patch({ isKept: kept.write({ revision: base.revision, base: base.draft, draft: mine() }) });
  };
  const changed = () => {
    if (mine() === base.draft && state.get().kind === 'saved') return;
    if (running === null && state.get().kind === 'saved') patch({ kind: 'waiting' });
    unkeep();
    // Not with every letter: a long draft takes a phone's processor longer than a letter may.
    unkeep = later(keep, KEEP_MS);
    wait(PAUSE_MS);
  };
  const unsubscribe = onDraft(editor, changed);
  if (mine() !== base.draft) changed();
  return {
    state,
    flush,
    keep,
    hear: (theirs, by) => {
      if (theirs.revision <= base.revision || running !== null) return;
      takeIn(theirs, by);
    },
    renew: () => {
      const { renewal } = state.get();
      if (renewal === null) return;
      takeIn(renewal, null);
      void flush();
    },
    settle: (clash) => patch({ clashes: state.get().clashes.filter((one) => one !== clash) }),
    close: () => {
      keep();
      cancel();
      unsubscribe();
    },
  };
}

/** Two people's work as one. Where nothing is mine it is theirs itself: sent back as mine it would make their editor do the same, for ever. */
function together(base: ProcedureDraft, mine: ProcedureDraft, theirs: ProcedureDraft): Merge {
  const merge = mergeDrafts(base, mine, theirs);
  return canonicalJson(merge.draft) === canonicalJson(theirs) ? { ...merge, draft: theirs } : merge;
}
