import { describe, expect, test } from 'vitest';
import starter from '../../../library/starter.json' with { type: 'json' };
import { importLibrary } from '../../import/index.ts';
import { d } from '../../testing/context.ts';
import { procedureOf, stepOf, volts } from '../../testing/steps.ts';
import type { Step } from '../content.ts';
import { draftOf, emptyDraft } from '../draft/content.ts';
import { procedureDraftSchema } from '../draft/draft.ts';
import { findingsOf, type Surrounding } from './finding.ts';

const read = importLibrary(starter);
if (read.kind === 'refused') throw new Error('the starter library is refused');
const { catalogues, procedures } = read.library;
const codes = (entries: readonly { readonly code: string }[]) => new Set(entries.map(({ code }) => code));
const known: Surrounding = {
  categories: codes(catalogues.categories),
  equipmentTypes: codes(catalogues.equipmentTypes),
  certifications: codes(catalogues.certifications),
  findings: codes(catalogues.defectClasses),
  procedures: new Set(procedures.map(({ content }) => content.slug)),
  languages: ['fr', 'en'],
};

const fitting = { equipmentTypes: ['string_inverter'] };
const found = (steps: readonly Step[], head: object = {}, around: Partial<Surrounding> = {}) =>
  findingsOf({ ...draftOf(procedureOf(steps)), ...fitting, ...head }, { ...known, ...around }).map(
    ({ path, code, severity }) => `${path.join('.')}: ${code}${severity === 'warning' ? '?' : ''}`,
  );

const label = { fr: 'Oui', en: 'Yes' };
const option = (value: string) => ({ value, label, outcome: 'ok' as const });
const asks = (step: string, value: string) => ({ step, op: 'eq' as const, value });
const check = (id: string, fields: object = {}) => stepOf('check', { id, ...fields });
const says = (id: string, [fr, en]: readonly [string, string], fields: object = {}) =>
  check(id, { title: { fr, en }, instructions: { fr: '', en: '' }, ...fields });

/** Everything as it was, with nothing said in English. */
const inFrenchAlone = (content: object): unknown =>
  JSON.parse(JSON.stringify(content, (key, value) => (key === 'en' && typeof value === 'string' ? '' : value)));

test('the starter library may be published: nothing forbids it, and one option is asked about', () => {
  const all = procedures.flatMap(({ content }) => findingsOf(draftOf(content), known).map(({ step, code }) => `${content.slug} ${step} ${code}`));
  expect(all).toEqual(['loto-string-inverter s11 unused_option']);
});

test('an empty draft lacks what every procedure says, each thing once', () => {
  const findings = findingsOf(emptyDraft('neuve'), known).map(({ path, code }) => `${path.join('.')}: ${code}`);
  expect(findings).toEqual(['category: missing', 'estimatedMinutes: missing', 'steps: missing', 'equipmentTypes: no_equipment', 'title: missing']);
});

describe('a step nobody can reach', () => {
  test('behind two answers that exclude each other is an error where it is required, a question where it is not', () => {
    const all = { showIf: { all: [asks('s1', 'ok'), asks('s1', 'fail')] } };
    expect(found([check('s1'), check('s2', all)])).toEqual(['steps.1.showIf: required_unreachable']);
    expect(found([check('s1'), check('s2', { ...all, required: false })])).toEqual(['steps.1.showIf: unreachable?']);
  });

  test('is found through the steps between', () => {
    const steps = [check('s1'), check('s2', { showIf: asks('s1', 'ok') }), check('s3', { showIf: { all: [asks('s2', 'ok'), asks('s1', 'fail')] } })];
    expect(found(steps)).toEqual(['steps.2.showIf: required_unreachable']);
  });

  test('behind "not applicable" of a hold point, or behind limits that nobody gave', () => {
    expect(found([check('s1', { holdPoint: true }), check('s2', { showIf: asks('s1', 'na') })])).toEqual(['steps.1.showIf: required_unreachable']);
    const unlimited = stepOf('measurement', { ...volts, id: 's1' });
    expect(found([unlimited, check('s2', { showIf: { step: 's1', op: 'out_of_range' } })])).toEqual(['steps.1.showIf: required_unreachable']);
  });

  test('is not suspected where one way is left, or where items answer each for itself', () => {
    const any = { showIf: { any: [asks('s1', 'ok'), asks('s2', 'ok')] } };
    expect(found([check('s1'), check('s2', { showIf: asks('s1', 'fail') }), check('s3', any)])).toEqual([]);
    const each = check('s1', { repeat: { over: 'string' } });
    expect(found([each, check('s2', { showIf: { all: [asks('s1', 'ok'), asks('s1', 'fail')] } })])).toEqual([]);
  });

  test('by a condition that is wrong in itself is said once', () => {
    expect(found([check('s1'), check('s2', { showIf: asks('s1', 'perhaps') })])).toEqual(['steps.1.showIf.value: unknown_value']);
    expect(found([check('s2', { showIf: asks('s9', 'ok') })])).toEqual(['steps.0.showIf.step: unknown_step']);
  });
});

test('a circle is a circle, not a step that comes later', () => {
  const steps = [check('s1', { showIf: asks('s2', 'ok') }), check('s2', { showIf: asks('s1', 'ok') })];
  expect(found(steps)).toEqual(['steps.0.showIf: circle', 'steps.1.showIf: circle']);
  expect(found([check('s1', { showIf: asks('s2', 'ok') }), check('s2')])).toEqual(['steps.0.showIf.step: later_step']);
});

test('an option that was forgotten among the branches is asked about; one with a consequence of its own was not', () => {
  const branches = [check('s2', { showIf: asks('s1', 'a') }), check('s3', { showIf: asks('s1', 'b') })];
  const choice = (third: object) => stepOf('choice', { id: 's1', options: [option('a'), option('b'), { ...option('c'), ...third }] });
  expect(found([choice({}), ...branches])).toEqual(['steps.0.options.2: unused_option?']);
  expect(found([choice({ stopWork: true }), ...branches])).toEqual([]);
  expect(found([choice({}), check('s2', { showIf: { step: 's1', op: 'ne', value: 'a' } })])).toEqual([]);
});

describe('texts', () => {
  test('blank in one language: a name is an error, an instruction a question; blank in both, an instruction says nothing', () => {
    expect(found([check('s1', { title: { fr: 'Voir', en: '' } })])).toEqual(['steps.0.title.en: missing_translation']);
    expect(found([check('s1', { instructions: { fr: 'De près', en: ' ' } })])).toEqual(['steps.0.instructions.en: missing_translation?']);
    expect(found([check('s1', { instructions: { fr: '', en: '' } })])).toEqual([]);
    expect(found([check('s1', { title: { fr: '', en: '' } })])).toEqual(['steps.0.title: missing']);
  });

  test('the reason of a step, the caption of a picture and a heading are read like any other; what we do not know is not', () => {
    const caption = { fr: 'Avant', en: '' };
    const attachments = [{ hash: 'a'.repeat(64), kind: 'photo', name: 'avant.jpg', bytes: 12, caption }];
    const extra = { section: 'a', purpose: { fr: 'Pour voir', en: '' }, attachments, torque: { fr: '8 N·m', en: '' } };
    const head = { extra: { sections: [{ id: 'a', title: { fr: 'Accès', en: '' } }] } };
    expect(found([check('s1', { extra })], head)).toEqual([
      'extra.sections.0.title.en: missing_translation',
      'steps.0.extra.purpose.en: missing_translation?',
      'steps.0.extra.attachments.0.caption.en: missing_translation?',
    ]);
    const draft = { ...draftOf(procedureOf([check('s0'), check('s1', { extra })])), ...fitting, ...head };
    expect(findingsOf(draft, known).map(({ step }) => step)).toEqual(['s1', 's1', 's1']);
  });

  test('of the starter library are each asked for where they lose their English', () => {
    for (const { content } of procedures) {
      const asked = findingsOf(procedureDraftSchema.parse(inFrenchAlone(content)), known).filter(({ code }) => code === 'missing_translation');
      expect(asked).toHaveLength(JSON.stringify(content).split('"en":"').length - JSON.stringify(content).split('"en":""').length);
    }
  });

  test('are asked for in the languages of the organisation alone', () => {
    expect(found([check('s1', { title: { fr: 'Voir', en: '' } })], {}, { languages: ['fr'] })).toEqual([]);
  });
});

describe('what is half-written', () => {
  test('is named as such, and what depends on it is left in peace', () => {
    const draft = { ...draftOf(procedureOf([check('s1'), check('s2', { showIf: asks('s1', 'm1') })])), ...fitting };
    const choice = { id: 's1', kind: 'choice' as const, title: label, instructions: label, required: true, holdPoint: false };
    const half = findingsOf({ ...draft, steps: [choice, ...draft.steps.slice(1)] }, known);
    expect(half.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual(['steps.0.options: missing']);
  });

  test('does not hide what is wrong beside it; a unit has words of its own', () => {
    const reading = { id: 's1', kind: 'measurement' as const, title: label, instructions: label, required: true, holdPoint: false, unit: '' };
    const draft = { ...draftOf(procedureOf([check('s2', { showIf: asks('s9', 'ok') })])), ...fitting };
    const all = findingsOf({ ...draft, steps: [{ ...reading, decimals: 1, limitKind: 'site', severityOutside: 3 }, ...draft.steps] }, known);
    expect(all.map(({ step, code }) => `${step} ${code}`)).toEqual(['s1 missing_unit', 's2 unknown_step']);
  });
});

describe('safety', () => {
  const locked = says('s1', ['Onduleur consigné', 'Inverter locked out'], { holdPoint: true });
  const current = stepOf('measurement', { ...volts, id: 's2', unit: 'A', max: d('0.5'), holdPoint: true });
  const opens = says('s3', ['Débrancher la chaîne', 'Unplug the string']);

  test('a hold point after the act it protects forbids publication', () => {
    expect(found([locked, current, opens])).toEqual([]);
    expect(found([locked, opens, current])).toEqual(['steps.1.instructions: late_hold_point']);
  });

  test('an act that nothing protects here is asked about; a sentence that forbids it is no act', () => {
    expect(found([opens])).toEqual(['steps.0.instructions: unprotected_act?']);
    expect(found([says('s1', ['Ne jamais débrancher', 'Never unplug'])])).toEqual([]);
  });

  test('water on modules is an act of cleaning, and of nothing else', () => {
    const wet = says('s1', ['Rincer les modules', 'Rinse the modules']);
    const looked = says('s2', ['Modules intacts', 'Modules sound'], { holdPoint: true });
    expect(found([wet, looked], { category: 'cleaning' })).toEqual(['steps.0.instructions: late_hold_point']);
    expect(found([looked, wet], { category: 'cleaning' })).toEqual([]);
    expect(found([wet, looked])).toEqual([]);
  });

  test('a lock-out that is asked for has a hold point', () => {
    expect(found([check('s1')], { requiresLockout: true })).toEqual(['requiresLockout: lockout_without_hold_point?']);
    expect(found([locked], { requiresLockout: true })).toEqual([]);
  });
});

test('a file that the server does not hold cannot be shown by a phone', () => {
  const extra = { attachments: [{ hash: 'a'.repeat(64), kind: 'photo', name: 'schema.jpg', bytes: 12 }] };
  expect(found([check('s1')], { extra }, { files: new Set() })).toEqual(['extra.attachments: lost_file']);
  expect(found([check('s1')], { extra }, { files: new Set(['a'.repeat(64)]) })).toEqual([]);
});

test('no kind of equipment fits', () => {
  expect(found([check('s1')], { equipmentTypes: [] })).toEqual(['equipmentTypes: no_equipment']);
});
