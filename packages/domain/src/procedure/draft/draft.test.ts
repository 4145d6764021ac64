import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StepKind, stepKinds } from '../../step-kinds/index.ts';
import { d } from '../../testing/context.ts';
import { procedureOf, stepOf, volts } from '../../testing/steps.ts';
import { canonicalJson } from '../canonical.ts';
import { sectionOf, sectionsOf } from '../notes.ts';
import {
  aboutOf,
  applyAct,
  contentOf,
  type DraftAct,
  draftOf,
  emptyDraft,
  historyOf,
  type ProcedureDraft,
  procedureDraftSchema,
  recorded,
  redone,
  undone,
} from './index.ts';

const kinds = Object.keys(stepKinds) as StepKind[];
const content = procedureOf([
  stepOf('check', { id: 's01' }),
  stepOf('measurement', { ...volts, id: 's02', min: d('400'), extra: { torque: [1, null, { deep: true }] } }),
  stepOf('measurement', {
    ...volts,
    id: 's03',
    showIf: { all: [{ step: 's01', op: 'eq', value: 'ok' }] },
    expected: {
      formula: 'missing_modules',
      inputs: { n_modules: 'asset.modules_per_string', voc: 's02', voc_expected: 's02' },
      tolerancePct: d('5'),
    },
  }),
  ...kinds.map((kind, n) => stepOf(kind, { ...stepKinds[kind].example.step, id: `k${n}` } as never)),
]);
const draft = draftOf(content);
const idsOf = ({ steps }: ProcedureDraft) => steps.map(({ id }) => id);

const id = fc.constantFrom('s01', 's02', 's03', 'k0', 'k7', 'new', 'nowhere');
const PLAIN = { requiredKeys: [] as never[], noNullPrototype: true };
const words = fc.record({ fr: fc.string({ unit: 'grapheme' }), en: fc.string() }, { noNullPrototype: true });
const acts: fc.Arbitrary<DraftAct> = fc.oneof(
  fc.record({ act: fc.constant('set' as const), fields: fc.record({ title: words, ppe: fc.array(words, { maxLength: 2 }) }, PLAIN) }),
  fc.record({ act: fc.constant('set-step' as const), id, fields: fc.record({ title: words, required: fc.boolean() }, PLAIN) }),
  fc.record({ act: fc.constant('add' as const), kind: fc.constantFrom(...kinds), id, after: fc.option(id) }),
  fc.record({ act: fc.constant('remove' as const), ids: fc.array(id, { maxLength: 3 }) }),
  fc.record({ act: fc.constant('move' as const), ids: fc.array(id, { maxLength: 3 }), before: fc.option(id) }),
  fc.record({ act: fc.constant('duplicate' as const), ids: fc.array(id, { maxLength: 3 }), newId: id }),
  fc.record({ act: fc.constant('paste' as const), steps: fc.constant(draft.steps.slice(0, 3)), newId: id, after: fc.option(id) }),
  fc.record({ act: fc.constant('change-kind' as const), id, kind: fc.constantFrom(...kinds) }),
  fc.record({
    act: fc.constant('section' as const),
    ids: fc.array(id, { maxLength: 3 }),
    section: fc.option(fc.record({ id: fc.constantFrom('a', 'b'), title: words }, { noNullPrototype: true })),
  }),
  fc.record({ act: fc.constant('rename-section' as const), id: fc.constantFrom('a', 'b'), title: words }),
);

describe('a draft', () => {
  test('says what a published version says, to the letter', () => {
    const reading = contentOf(draft);
    expect(reading.kind === 'content' ? canonicalJson(reading.content) : reading).toBe(canonicalJson(content));
  });

  test('may be half-written: fields missing, a number that is still being typed; every gap is named', () => {
    const half = procedureDraftSchema.parse({
      ...emptyDraft('essai'),
      steps: [{ ...draft.steps[1], min: '12,', unit: undefined }],
    });
    const reading = contentOf(half);
    const gaps = reading.kind === 'unfinished' ? reading.gaps.map(({ path, code }) => `${path.join('.')}: ${code}`) : [];
    expect(gaps.sort()).toEqual(['category: missing', 'estimatedMinutes: missing', 'steps.0.min: malformed', 'steps.0.unit: missing']);
  });

  test('cannot hold two steps of one id, nor text that no database stores', () => {
    const [first] = draft.steps;
    expect(procedureDraftSchema.safeParse({ ...draft, steps: [first, first] }).success).toBe(false);
    expect(applyAct(draft, { act: 'set', fields: { title: { fr: '\u0000', en: '' } } })).toBe(draft);
  });
});

describe('acts', () => {
  test('in any number leave a draft that can be stored, with ids of its own', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), (list) => {
        const after = list.reduce(applyAct, draft);
        expect(canonicalJson(procedureDraftSchema.parse(JSON.parse(JSON.stringify(after))))).toBe(canonicalJson(after));
        const used = new Set(after.steps.map((step) => sectionOf(step, after)?.id));
        expect(sectionsOf(after).every((section) => used.has(section.id))).toBe(true);
      }),
    );
  });

  test('leave what they are not about the same object: a letter in a title is no news for who looks at limits or at another step', () => {
    const title = { fr: 'Isolement', en: 'Insulation' };
    const after = applyAct(draft, { act: 'set-step', id: 's03', fields: { title } });
    const [before, now] = [draft.steps[2], after.steps[2]];
    expect(now).toEqual({ ...before, title });
    for (const field of ['showIf', 'expected', 'instructions']) expect(Reflect.get(now ?? {}, field)).toBe(Reflect.get(before ?? {}, field));
    expect(after.steps.filter((step, at) => step !== draft.steps[at])).toEqual([now]);
    const headed = applyAct(draft, { act: 'set', fields: { title } });
    expect(headed.steps).toBe(draft.steps);
    expect(headed.ppe).toBe(draft.ppe);
  });

  test('are undone to the letter, one by one, and done again', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 12 }), (list) => {
        const states = [historyOf(draft)];
        for (const act of list) {
          const last = states.at(-1) ?? historyOf(draft);
          const next = recorded(last, applyAct(last.present, act));
          if (next === last) continue;
          expect(undone(next).present).toBe(last.present);
          expect(redone(undone(next)).present).toBe(next.present);
          states.push(next);
        }
        expect(states.slice(1).reduce(undone, states.at(-1) ?? historyOf(draft)).present).toBe(draft);
      }),
    );
  });

  test('typing a word is undone as one, and apart from the next field', () => {
    const typed = (title: string): DraftAct => ({ act: 'set-step', id: 's01', fields: { title: { fr: title, en: '' } } });
    const history = ['A', 'Ab', 'Abc'].reduce((h, t) => recorded(h, applyAct(h.present, typed(t)), aboutOf(typed(t))), historyOf(draft));
    const required: DraftAct = { act: 'set-step', id: 's01', fields: { required: false } };
    const both = recorded(history, applyAct(history.present, required), aboutOf(required));
    expect(undone(both).present).toBe(history.present);
    expect(undone(undone(both)).present).toBe(draft);
  });

  test('steps copied together look back at each other, and at the originals for the rest', () => {
    const after = applyAct(draft, { act: 'duplicate', ids: ['s02', 's03'], newId: 'c' });
    expect(idsOf(after).slice(0, 6)).toEqual(['s01', 's02', 's03', 'c', 'c-2', 'k0']);
    const copy = after.steps[4];
    expect(copy?.kind === 'measurement' ? copy.expected?.inputs : null).toEqual({
      n_modules: 'asset.modules_per_string',
      voc: 'c',
      voc_expected: 'c',
    });
    expect(copy?.showIf).toEqual({ all: [{ step: 's01', op: 'eq', value: 'ok' }] });
  });

  test('a step that is moved joins the section it lands in, and an empty section goes', () => {
    const section = { id: 'a', title: { fr: 'Champ', en: 'Field' } };
    const under = applyAct(draft, { act: 'section', ids: ['s02', 's03'], section });
    const inside = applyAct(under, { act: 'move', ids: ['s01'], before: 's03' });
    expect(inside.steps.slice(0, 3).map((step) => [step.id, sectionOf(step, inside)?.title.fr])).toEqual([
      ['s02', 'Champ'],
      ['s01', 'Champ'],
      ['s03', 'Champ'],
    ]);
    expect(sectionsOf(applyAct(inside, { act: 'remove', ids: ['s01', 's02', 's03'] }))).toEqual([]);
  });

  test('another kind keeps what all kinds share', () => {
    const step = applyAct(draft, { act: 'change-kind', id: 's03', kind: 'photo' }).steps[2];
    expect(step).toMatchObject({ id: 's03', kind: 'photo', title: content.steps[2]?.title, minCount: 1, showIf: { all: [{ step: 's01' }] } });
    expect(step).not.toHaveProperty('expected');
  });
});
