import { describe, expect, test } from 'vitest';
import { d } from '../../testing/context.ts';
import { procedureOf, stepOf, volts } from '../../testing/steps.ts';
import type { PublishedContent, Step } from '../content.ts';
import { checkProcedure } from './check-procedure.ts';
import type { References } from './references.ts';

const references: References = {
  categories: new Set(['inspection']),
  equipmentTypes: new Set(['string_inverter', 'string']),
  certifications: new Set(['BR-PV']),
  findings: new Set(['cable_damage']),
  procedures: new Set(['essai']),
};
const label = { fr: 'Oui', en: 'Yes' };
const options = [
  { value: 'm1', label, outcome: 'ok' as const },
  { value: 'm2', label, outcome: 'ok' as const },
];

/** What is wrong, as `place: code (found)`. */
const problemsOf = (content: PublishedContent) =>
  checkProcedure(content, references).map(({ path, code, found }) => `${path.join('.')}: ${code}${found === '' ? '' : ` (${found})`}`);
const problems = (...steps: Step[]) => problemsOf(procedureOf(steps));

describe('a procedure that may be published', () => {
  test('has nothing to say against it', () => {
    const inputs = {
      n_modules: 'asset.modules_per_string',
      voc_stc: 'asset.module_voc_stc',
      beta: 'asset.module_beta',
      irradiance: 's2',
      back_temp: 'conditions.module_temperature',
    };
    expect(
      problems(
        stepOf('choice', { id: 's1', options, onFail: { finding: 'cable_damage', openProcedure: 'essai' } }),
        stepOf('measurement', { ...volts, id: 's2', unit: 'W/m²', min: d('400'), max: d('400') }),
        stepOf('measurement', {
          ...volts,
          id: 's3',
          expected: { formula: 'voc_expected', inputs, tolerancePct: d('5') },
          showIf: { step: 's1', op: 'eq', value: 'm1' },
        }),
        stepOf('measurement', {
          ...volts,
          id: 's4',
          limitsBy: { step: 's1', cases: { m2: { max: d('3') } } },
          severityBands: [{ upTo: d('1'), severity: 2 }, { severity: 5 }],
        }),
        stepOf('check', { id: 's5', showIf: { any: [{ step: 's3', op: 'out_of_range' }] } }),
      ),
    ).toEqual([]);
  });
});

describe('references between steps', () => {
  test('two steps of one id', () => expect(problems(stepOf('text', {}), stepOf('check', {}))).toEqual(['steps.1.id: duplicate (s01)']));

  test('a condition on a step that is not there, on a later one, on itself', () => {
    const ask = (id: string, step: string) => stepOf('text', { id, showIf: { any: [{ step, op: 'eq', value: 'ok' }] } });
    expect(problems(ask('s1', 's9'), ask('s2', 's3'), stepOf('check', { id: 's3', showIf: { step: 's3', op: 'eq', value: 'ok' } }))).toEqual([
      'steps.0.showIf.any.0.step: unknown_step (s9)',
      'steps.1.showIf.any.0.step: later_step (s3)',
      'steps.2.showIf.step: later_step (s3)',
    ]);
  });

  test('a condition that could never hold: a value no answer has, a range of something that is not measured', () => {
    const check = stepOf('check', { id: 's1' });
    expect(problems(check, stepOf('text', { id: 's2', showIf: { step: 's1', op: 'in', value: ['ok', 'good'] } }))).toEqual([
      'steps.1.showIf.value: unknown_value (good)',
    ]);
    expect(problems(check, stepOf('text', { id: 's2', showIf: { step: 's1', op: 'in_range' } }))).toEqual([
      'steps.1.showIf.op: not_comparable (in_range of a check)',
    ]);
    expect(problems(stepOf('text', { id: 's1' }), stepOf('text', { id: 's2', showIf: { step: 's1', op: 'ne', value: 'x' } }))).toEqual([
      'steps.1.showIf.op: not_comparable (ne of a text)',
    ]);
  });

  test('limits switched by something that is no choice, or by a value it does not have', () => {
    const by = (step: string) =>
      stepOf('measurement', { ...volts, id: 's2', min: d('5'), limitsBy: { step, cases: { m1: { max: d('4') }, m9: {} } } });
    expect(problems(stepOf('text', { id: 's1' }), by('s1'))).toEqual(['steps.1.limitsBy.step: not_comparable (text)']);
    expect(problems(stepOf('choice', { id: 's1', options }), by('s1'))).toEqual([
      'steps.1.limitsBy.cases.m1.min: min_above_max (5 > 4)',
      'steps.1.limitsBy.cases.m9: unknown_value (m9)',
    ]);
  });
});

describe('formulas', () => {
  const temperature = (id: string, fields = {}) => stepOf('measurement', { ...volts, unit: '°C', id, ...fields });
  const delta = (inputs: Record<string, string>, fields = {}) =>
    stepOf('measurement', { ...volts, unit: 'K', id: 's9', computed: { formula: 'delta_t_norm', inputs }, ...fields });

  test('an input that is not named, not known, from nowhere or in another unit', () => {
    const inputs = { t_hot: 's1', t_ref: 's2', weather: 's1', irradiance: 'asset.sunshine' };
    expect(problems(temperature('s1'), stepOf('measurement', { ...volts, id: 's2' }), delta(inputs))).toEqual([
      'steps.2.computed.inputs.t_ref: wrong_unit (V ≠ °C)',
      'steps.2.computed.inputs.weather: unknown_input (weather)',
      'steps.2.computed.inputs.irradiance: unknown_source (asset.sunshine)',
    ]);
    expect(problems(temperature('s1'), delta({ t_hot: 's1', t_ref: 's1' }))).toEqual(['steps.1.computed.inputs: missing_input (irradiance)']);
    expect(problems(delta({ t_hot: 's1', t_ref: 'conditions.mood', irradiance: 'conditions.irradiance' }))).toEqual([
      'steps.0.computed.inputs.t_hot: unknown_step (s1)',
      'steps.0.computed.inputs.t_ref: unknown_source (conditions.mood)',
    ]);
  });

  test('a result in another unit than the step’s', () => {
    const inputs = { t_hot: 's1', t_ref: 's1', irradiance: 'conditions.irradiance' };
    expect(problems(temperature('s1'), delta(inputs, { unit: '%' }))).toEqual(['steps.1.computed.formula: wrong_unit (K ≠ %)']);
  });

  test('an input repeated over something else: which of its readings would count?', () => {
    const inputs = { t_hot: 's1', t_ref: 's1', irradiance: 'conditions.irradiance' };
    const repeated = temperature('s1', { repeat: { over: 'string' } });
    expect(problems(repeated, delta(inputs))).toHaveLength(2);
    expect(problems(repeated, delta(inputs, { repeat: { over: 'string' } }))).toEqual([]);
  });
});

describe('what could not be carried out', () => {
  test('limits and counts the wrong way round, bands that do not rise', () => {
    const severityBands = [
      { upTo: d('20'), severity: 3 as const },
      { upTo: d('10'), severity: 4 as const },
    ];
    expect(problems(stepOf('measurement', { ...volts, min: d('2'), max: d('1'), severityBands }))).toEqual([
      'steps.0.min: min_above_max (2 > 1)',
      'steps.0.severityBands.0: bands_not_rising (20)',
    ]);
    expect(problems(stepOf('photo', { minCount: 3, maxCount: 2, annotate: false }))).toEqual(['steps.0.minCount: min_above_max (3 > 2)']);
    expect(
      problemsOf({ ...procedureOf([stepOf('text', {})]), environment: [{ parameter: 'wind', unit: 'km/h', min: d('30'), max: d('28') }] }),
    ).toEqual(['environment.0.min: min_above_max (30 > 28)']);
  });

  test('a hold point that nobody has to pass', () =>
    expect(problems(stepOf('check', { holdPoint: true, required: false }))).toEqual(['steps.0.required: optional_hold_point (s01)']));

  test('the same option twice', () =>
    expect(problems(stepOf('choice', { options: [...options, ...options] }))).toEqual([
      'steps.0.options.2.value: duplicate (m1)',
      'steps.0.options.3.value: duplicate (m2)',
    ]));

  test('one group over two things', () => {
    const repeated = (id: string, over: string) => stepOf('text', { id, repeat: { over, group: 'g' } });
    expect(problems(repeated('s1', 'string'), repeated('s2', 'combiner_box'))).toEqual(['steps.1.repeat.over: other_repeat (combiner_box)']);
  });

  test('names that no catalogue holds', () => {
    const content = {
      ...procedureOf([
        stepOf('check', { id: 's1', onFail: { finding: 'rust', openProcedure: 'nowhere' } }),
        stepOf('choice', { id: 's2', options: [{ value: 'x', label, outcome: 'fail' as const, finding: 'rot' }] }),
        stepOf('scan', { id: 's3', expects: ['string_inverter', 'toaster'] }),
      ]),
      category: 'magic',
      equipmentTypes: ['kite'],
      requiredCertifications: [{ codes: ['BR-PV', 'XX'], rule: 'any_of' as const, holder: 'lead' as const }],
    };
    expect(problemsOf(content)).toEqual([
      'category: unknown_category (magic)',
      'equipmentTypes.0: unknown_equipment (kite)',
      'requiredCertifications.0.codes.1: unknown_certification (XX)',
      'steps.0.onFail.finding: unknown_finding (rust)',
      'steps.0.onFail.openProcedure: unknown_procedure (nowhere)',
      'steps.1.options.0.finding: unknown_finding (rot)',
      'steps.2.expects.1: unknown_equipment (toaster)',
    ]);
  });

  test('a text that is blank in one language', () => {
    expect(problems(stepOf('text', { title: { fr: 'Remarques', en: ' ' } }))).toEqual(['steps.0.title.en: missing_translation']);
  });
});
