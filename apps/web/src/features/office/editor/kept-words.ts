import { type ProcedureDraft, procedureDraftSchema } from '@heliograph/domain/procedure/draft';

/** Work that the server does not have yet, with what it was written over. */
export interface Kept {
  readonly revision: number;
  readonly base: ProcedureDraft;
  readonly draft: ProcedureDraft;
}

/** Where unsaved words outlive a closed tab, an ended session and a draft that somebody deleted: this browser. */
export interface KeptWords {
  read(): Kept | null;
  /** False where the browser has no room. */
  write(kept: Kept): boolean;
  forget(): void;
}

export type BrowserMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function keptWords(storage: BrowserMemory, key: string): KeptWords {
  const name = `heliograph.draft ${key}`;
  return {
    read: () => readKept(storage.getItem(name)),
    write: (kept) => {
      try {
        storage.setItem(name, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => storage.removeItem(name),
  };
}

function readKept(text: string | null): Kept | null {
  const raw: unknown = text === null ? null : JSON.parse(text);
  if (typeof raw !== 'object' || raw === null || !('revision' in raw) || !('base' in raw) || !('draft' in raw)) return null;
  const [base, draft] = [procedureDraftSchema.safeParse(raw.base), procedureDraftSchema.safeParse(raw.draft)];
  return base.success && draft.success ? { revision: Number(raw.revision), base: base.data, draft: draft.data } : null;
}
