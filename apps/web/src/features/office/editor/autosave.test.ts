import { type DraftAct, emptyDraft } from '@heliograph/domain/procedure/draft';
import { describe, expect, test } from 'vitest';
import { type SaveAnswer, type Stored, startAutosave } from './autosave.ts';
import { createEditor, draftIn } from './editor-store.ts';
import { keptWords } from './kept-words.ts';

const title = (fr: string): DraftAct => ({ act: 'set', fields: { title: { fr, en: '' } } });
const purpose = (fr: string): DraftAct => ({ act: 'set', fields: { description: { fr, en: '' } } });

/** A small server of one draft, a clock that is told to go on, and a browser's memory that outlives both. */
function desk({ held = new Map<string, string>(), server = { revision: 1, draft: emptyDraft('essai') } as Stored } = {}) {
  const world = { server, answer: null as SaveAnswer | null, sent: 0 };
  const waiting = new Set<() => void>();
  const kept = keptWords(
    { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value), removeItem: (key) => void held.delete(key) },
    'essai',
  );
  const found = kept.read();
  const editor = createEditor(found?.draft ?? server.draft);
  const autosave = startAutosave({
    editor,
    kept,
    stored: found === null ? server : { revision: found.revision, draft: found.base },
    save: async ({ revision, draft }) => {
      world.sent++;
      if (world.answer !== null) return world.answer;
      if (revision < world.server.revision) return { kind: 'overtaken', stored: world.server, by: 'Ben' };
      world.server = { revision: revision + 1, draft };
      return { kind: 'saved', revision: revision + 1 };
    },
    later: (work) => {
      waiting.add(work);
      return () => void waiting.delete(work);
    },
  });
  const pause = () => {
    for (const work of [...waiting]) {
      waiting.delete(work);
      work();
    }
  };
  return { world, editor, autosave, held, pause, titleOf: () => draftIn(editor.state.get()).title.fr };
}

describe('a draft saves itself', () => {
  test('after a pause, once for many letters', async () => {
    const { world, editor, autosave } = desk();
    for (const text of ['V', 'Vo', 'Voc']) editor.act(title(text));
    expect(autosave.state.get().kind).toBe('waiting');
    expect(await autosave.flush()).toBe(true);
    expect([world.sent, world.server.draft.title.fr, autosave.state.get().kind]).toEqual([1, 'Voc', 'saved']);
  });

  test.each(['offline', 'signed_out', 'gone', 'refused'] as const)(
    '%s: the words stay in this browser, and another visit brings them back',
    async (kind) => {
      const before = desk();
      before.world.answer = kind === 'gone' ? { kind, stored: null } : { kind };
      before.editor.act(title('Voc'));
      expect(await before.autosave.flush()).toBe(false);
      expect(before.autosave.state.get()).toMatchObject({ kind, isKept: true });
      before.autosave.close();
      const after = desk({ held: before.held, server: before.world.server });
      expect(after.titleOf()).toBe('Voc');
      expect(await after.autosave.flush()).toBe(true);
      expect([after.world.server.draft.title.fr, after.held.size]).toEqual(['Voc', 0]);
    },
  );

  test('a colleague was faster: both people’s words are in the draft, and what both wrote is shown', async () => {
    const { world, editor, autosave, titleOf } = desk();
    const { editor: theirs } = desk();
    theirs.act(purpose('Pour savoir'));
    theirs.act(title('Elle'));
    world.server = { revision: 2, draft: draftIn(theirs.state.get()) };
    editor.act(title('Moi'));
    expect(await autosave.flush()).toBe(true);
    expect(world.server).toMatchObject({ revision: 3, draft: { title: { fr: 'Moi' }, description: { fr: 'Pour savoir' } } });
    expect([titleOf(), autosave.state.get().by]).toEqual(['Moi', 'Ben']);
    expect(autosave.state.get().clashes).toMatchObject([{ field: 'title', theirs: { fr: 'Elle' } }]);
  });

  test('a colleague’s draft is taken in without being sent back', async () => {
    const { world, autosave, pause, titleOf } = desk();
    const { editor: theirs } = desk();
    theirs.act(title('Elle'));
    autosave.hear({ revision: 2, draft: draftIn(theirs.state.get()) }, 'Ben');
    pause();
    await autosave.flush();
    expect([titleOf(), world.sent, autosave.state.get().kind]).toEqual(['Elle', 0, 'saved']);
  });

  test('a draft that somebody published meanwhile: nothing is written over it, and the words go on in a new one', async () => {
    const { world, editor, autosave, titleOf } = desk();
    editor.act(title('Voc'));
    world.answer = { kind: 'gone', stored: { revision: 0, draft: { ...emptyDraft('essai'), description: { fr: 'Publié', en: '' } } } };
    expect(await autosave.flush()).toBe(false);
    world.answer = null;
    world.server = { revision: 0, draft: emptyDraft('essai') };
    autosave.renew();
    expect(await autosave.flush()).toBe(true);
    expect([titleOf(), world.server.draft.description.fr, world.server.revision]).toEqual(['Voc', 'Publié', 1]);
  });

  test('a browser without room says so', () => {
    const editor = createEditor(emptyDraft('essai'));
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new Error('full');
      },
    };
    const autosave = startAutosave({
      editor,
      stored: { revision: 1, draft: draftIn(editor.state.get()) },
      kept: keptWords(full, 'essai'),
      save: async () => ({ kind: 'offline' }),
      later: () => () => undefined,
    });
    editor.act(title('Voc'));
    autosave.keep();
    expect(autosave.state.get().isKept).toBe(false);
  });
});
