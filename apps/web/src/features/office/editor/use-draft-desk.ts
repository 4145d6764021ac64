import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import { useEffect, useState } from 'react';
import type { Identity } from '../../../platform/identity.ts';
import { usePlace } from '../../../platform/router.ts';
import { mutate, type Output, query, RpcError } from '../../../platform/rpc.ts';
import { type Autosave, type SaveAnswer, type Stored, startAutosave } from './autosave.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { type BrowserMemory, keptWords } from './kept-words.ts';

type ServerDraft = Output<'procedure.draft'>;

export interface DraftDesk {
  readonly editor: Editor;
  readonly autosave: Autosave;
  /** The draft's revision when it was opened. */
  readonly revision: number;
  /** Words that an earlier visit could not save were found in this browser. */
  readonly isRestored: boolean;
}

/** As it came over the wire. */
interface Sent {
  readonly revision: number;
  readonly document: unknown;
}

/** Whose words this browser keeps. */
interface Author {
  readonly org: Pick<Identity['org'], 'id'>;
  readonly user: Pick<Identity['user'], 'id'>;
}

const storedOf = ({ revision, document }: Sent): Stored => ({ revision, draft: procedureDraftSchema.parse(document) });

const later = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** An editor over the server's draft, and over what this browser still holds of an earlier visit. */
export function openDesk(first: Sent & { readonly slug: string }, identity: Author, storage: BrowserMemory): DraftDesk {
  const kept = keptWords(storage, `${identity.org.id} ${identity.user.id} ${first.slug}`);
  const found = kept.read();
  const stored = found === null ? storedOf(first) : { revision: found.revision, draft: found.base };
  // The very draft that is stored: a copy of it would be saved as a change, and a look would leave a draft behind.
  const editor = createEditor(found?.draft ?? stored.draft);
  const autosave = startAutosave({ editor, stored, kept, later, save: ({ revision, draft }) => save(first.slug, { revision, draft }) });
  return { editor, autosave, revision: first.revision, isRestored: found !== null };
}

async function save(slug: string, { revision, draft }: Stored): Promise<SaveAnswer> {
  try {
    const answer = await mutate('procedure.saveDraft', { slug, revision, document: draft });
    switch (answer.kind) {
      case 'saved':
        return { kind: 'saved', revision: answer.revision };
      case 'late':
        return { kind: 'overtaken', stored: storedOf(answer.draft), by: answer.draft.changedBy?.name ?? null };
      case 'gone':
        return { kind: 'gone', stored: answer.archived || answer.draft === null ? null : storedOf(answer.draft) };
    }
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    return refusedFor(error.code);
  }
}

function refusedFor(code: RpcError['code']): SaveAnswer {
  if (code === 'SIGNED_OUT') return { kind: 'signed_out' };
  if (code === 'NOT_FOUND') return { kind: 'gone', stored: null };
  return code === 'NOT_ALLOWED' || code === 'INVALID' ? { kind: 'refused' } : { kind: 'offline' };
}

/** How often the editor says that it is open, and hears of others, ms. */
const ATTEND_MS = 15_000;

export function useDraftDesk(first: ServerDraft, identity: Identity): DraftDesk & { readonly others: readonly string[] } {
  const [desk] = useState(() => openDesk(first, identity, localStorage));
  const { search } = usePlace();
  const [others, setOthers] = useState<readonly string[]>([]);
  const { autosave, editor, revision } = desk;
  // What is read again later is another object; the desk is opened once.
  const { slug } = first;
  useEffect(() => {
    // The way from a finding or a comparison to its step.
    const step = new URLSearchParams(search).get('step');
    if (step !== null) editor.open(step === '' ? null : step);
  }, [editor, search]);
  useEffect(() => {
    let known = revision;
    const attend = async () => {
      const { head, others: present } = await mutate('procedure.attend', { slug });
      setOthers(present.map(({ name }) => name));
      if (head === null || head.revision <= known || head.changedBy.id === identity.user.id) return;
      known = head.revision;
      autosave.hear(storedOf(await query('procedure.draft', { slug })), head.changedBy.name);
    };
    // Whether others are here is nice to know; the draft is saved or kept without it.
    const ask = () => void attend().catch(() => undefined);
    const timer = setInterval(ask, ATTEND_MS);
    const leave = () => autosave.keep();
    const back = () => void autosave.flush();
    ask();
    addEventListener('pagehide', leave);
    addEventListener('online', back);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      removeEventListener('online', back);
      void autosave.flush();
      autosave.close();
    };
  }, [autosave, revision, slug, identity.user.id]);
  return { ...desk, others };
}
