import { procedureDraftSchema } from '@heliograph/domain/procedure/draft';
import { describe, expect, test } from 'vitest';
import { takeTheirs } from './clash.ts';
import { partsOf, showIfOf } from './condition-words.ts';
import { chosenIn, createEditor, draftIn } from './editor-store.ts';
import { duplicateChosen, moveChosen, removeChosen } from './outline-keys.ts';

const words = (text: string) => ({ fr: text, en: text });
const stepNamed = (id: string) => ({ id, kind: 'check', title: words(id), instructions: words(''), required: true, holdPoint: false });
const open = (...ids: string[]) =>
  createEditor(procedureDraftSchema.parse({ slug: 'essai', title: words('Essai'), description: words(''), steps: ids.map(stepNamed) }));
const idsIn = (editor: ReturnType<typeof open>) => draftIn(editor.state.get()).steps.map(({ id }) => id);

describe('the editor', () => {
  test('moves what is marked together, and stops at the ends', () => {
    const editor = open('a', 'b', 'c', 'd');
    editor.mark(new Set(['b', 'c']));
    moveChosen(editor, 1);
    expect(idsIn(editor)).toEqual(['a', 'd', 'b', 'c']);
    moveChosen(editor, 1);
    moveChosen(editor, -1);
    moveChosen(editor, -1);
    moveChosen(editor, -1);
    expect(idsIn(editor)).toEqual(['b', 'c', 'a', 'd']);
  });

  test('opens what took the place of a step that went, and what was made', () => {
    const editor = open('a', 'b', 'c');
    editor.open('b');
    removeChosen(editor);
    expect(editor.state.get().open).toBe('c');
    duplicateChosen(editor);
    expect(idsIn(editor)).toHaveLength(3);
    expect(chosenIn(editor.state.get()).map(({ id }) => id)).toEqual([idsIn(editor)[2]]);
    editor.undo();
    editor.undo();
    expect(idsIn(editor)).toEqual(['a', 'b', 'c']);
  });

  test('undoes the letters of one field together, and those after a pause apart', () => {
    const editor = open('a');
    const type = (text: string) => editor.act({ act: 'set-step', id: 'a', fields: { title: words(text) } });
    const title = () => draftIn(editor.state.get()).steps[0]?.title.fr;
    for (const text of ['V', 'Va', 'Van', 'Vann']) type(text);
    editor.pause();
    type('Vanne');
    editor.undo();
    expect(title()).toBe('Vann');
    editor.undo();
    expect(title()).toBe('a');
  });

  test('takes what a colleague wrote where the author prefers it', () => {
    const editor = open('a', 'b');
    takeTheirs(editor, { step: 'a', field: 'title', mine: words('a'), theirs: words('Elle') });
    takeTheirs(editor, { step: 'a', field: 'extra.purpose', mine: undefined, theirs: words('Pourquoi') });
    takeTheirs(editor, { step: 'b', field: 'removed', mine: stepNamed('b'), theirs: undefined });
    expect(draftIn(editor.state.get()).steps).toMatchObject([{ id: 'a', title: words('Elle'), extra: { purpose: words('Pourquoi') } }]);
  });
});

describe('conditions', () => {
  const [one, two] = [{ step: 'a', op: 'eq', value: 'ok' } as const, { step: 'b', op: 'out_of_range' } as const];

  test('are taken apart and put together to the same', () => {
    const any = { any: [one, two] };
    expect(partsOf(undefined).list).toEqual([]);
    expect(partsOf(one)).toEqual({ every: 'all', list: [one] });
    expect(partsOf(any)).toEqual({ every: 'any', list: [one, two] });
    expect(showIfOf('all', [])).toBeUndefined();
    expect(showIfOf('any', [one])).toEqual(one);
    expect(showIfOf('any', [one, two])).toEqual(any);
  });
});
