import { describe, expect, test } from 'vitest';
import { procedureOf, stepOf } from '../../testing/steps.ts';
import { applyAct, type DraftAct, draftOf, mergeDrafts } from './index.ts';

const base = draftOf(procedureOf(['a', 'b', 'c', 'd'].map((id) => stepOf('check', { id }))));
const words = (fr: string) => ({ fr, en: '' });
const after = (...acts: DraftAct[]) => acts.reduce(applyAct, base);
const title = (id: string, fr: string): DraftAct => ({ act: 'set-step', id, fields: { title: words(fr) } });

describe('two people on one draft', () => {
  test('what each changed elsewhere is kept, in another field of the same step too', () => {
    const mine = after(title('a', 'Moi'), { act: 'set', fields: { teamMin: 2 } });
    const theirs = after({ act: 'set-step', id: 'a', fields: { required: false } }, title('b', 'Elle'));
    const { draft, clashes } = mergeDrafts(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(draft.teamMin).toBe(2);
    expect(draft.steps.slice(0, 2)).toMatchObject([{ title: words('Moi'), required: false }, { title: words('Elle') }]);
  });

  test('the same field changed twice keeps mine and shows theirs', () => {
    const { draft, clashes } = mergeDrafts(base, after(title('a', 'Moi')), after(title('a', 'Elle')));
    expect(draft.steps[0]?.title).toEqual(words('Moi'));
    expect(clashes).toEqual([{ step: 'a', field: 'title', mine: words('Moi'), theirs: words('Elle') }]);
  });

  test('a step that one removed and the other wrote in stays, and is said', () => {
    const { draft, clashes } = mergeDrafts(base, after({ act: 'remove', ids: ['b'] }), after(title('b', 'Elle')));
    expect(draft.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(clashes).toMatchObject([{ step: 'b', field: 'removed' }]);
    expect(mergeDrafts(base, after({ act: 'remove', ids: ['b'] }), base).draft.steps).toHaveLength(3);
  });

  test('steps that both added stand behind the step they were put behind; the order I changed is mine', () => {
    const mine = after({ act: 'move', ids: ['d'], before: 'a' }, { act: 'add', kind: 'text', id: 'mine', after: 'a' });
    const theirs = after({ act: 'add', kind: 'photo', id: 'hers', after: 'c' });
    expect(mergeDrafts(base, mine, theirs).draft.steps.map(({ id }) => id)).toEqual(['d', 'a', 'mine', 'b', 'c', 'hers']);
  });

  test('two kinds for one step cannot be mixed: mine stands', () => {
    const mine = after({ act: 'change-kind', id: 'c', kind: 'photo' });
    const theirs = after({ act: 'change-kind', id: 'c', kind: 'measurement' });
    const { draft, clashes } = mergeDrafts(base, mine, theirs);
    expect(draft.steps[2]?.kind).toBe('photo');
    expect(clashes.map(({ field }) => field)).toEqual(['kind']);
  });
});
