import { describe, expect, test } from 'vitest';
import { evaluateStep } from '../step-kinds/index.ts';
import { contextWith, d, type Facts } from '../testing/context.ts';
import { stepOf, volts } from '../testing/steps.ts';
import { computeFormula, missingInputs } from './compute.ts';
import { limitsOf } from './limits.ts';
import { questionAbout } from './plausibility.ts';

const evaluate = (step: ReturnType<typeof stepOf<'measurement'>>, value: string, facts: Facts = {}) =>
  evaluateStep(step, { value: d(value), unit: step.unit }, contextWith(facts));

describe('fixed limits', () => {
  const insulation = stepOf('measurement', {
    unit: 'MΩ',
    decimals: 2,
    min: d('1'),
    watch: { below: d('5') },
    limitKind: 'standard',
    severityOutside: 5,
  });

  test('a reading on the limit is inside', () => expect(evaluate(insulation, '1.00').standing).toEqual({ kind: 'inside' }));

  test('outside says by how much, exactly', () => {
    expect(evaluate(insulation, '0.83')).toMatchObject({ outcome: 'fail', standing: { kind: 'below', by: '0.17' }, severity: 5, stopsWork: false });
  });

  test('below the watch level but inside is to be watched; on the watch level it is not', () => {
    expect(evaluate(insulation, '4.99')).toMatchObject({ outcome: 'watch', standing: { kind: 'inside' } });
    expect(evaluate(insulation, '5').outcome).toBe('pass');
  });

  test('a default limit says that nobody confirmed it', () => {
    expect(evaluate(insulation, '20').limit).toMatchObject({ min: '1', max: null, unit: 'MΩ', kind: 'standard', confirmed: false });
    expect(evaluate(insulation, '20', { confirmed: true }).limit?.confirmed).toBe(true);
  });

  test('without any limit a reading is recorded without a verdict', () => {
    expect(evaluate(stepOf('measurement', { ...volts }), '12')).toMatchObject({ outcome: 'none', limit: null, standing: null });
  });

  test('a reading in another unit is recorded without a verdict', () => {
    expect(evaluateStep(insulation, { value: '0.1', unit: 'kΩ' }, contextWith()).outcome).toBe('none');
  });
});

describe('limits switched by an earlier answer', () => {
  const step = stepOf('measurement', {
    ...{ unit: 'MΩ', decimals: 2, min: d('1'), limitKind: 'standard', severityOutside: 5 },
    limitsBy: { step: 's08', cases: { '250': { min: d('0.5') } } },
  });

  test('the case replaces the limit', () => expect(evaluate(step, '0.6', { values: { s08: '250' } }).outcome).toBe('pass'));
  test('another answer, or none yet, keeps the step’s own', () => {
    expect(evaluate(step, '0.6', { values: { s08: '1000' } }).outcome).toBe('fail');
    expect(evaluate(step, '0.6').outcome).toBe('fail');
  });
});

describe('severity', () => {
  const bands = [{ upTo: d('10'), severity: 2 }, { upTo: d('20'), severity: 3 }, { upTo: d('40'), severity: 4 }, { severity: 5 }] as const;
  const step = stepOf('measurement', { unit: 'K', decimals: 1, max: d('10'), limitKind: 'practice', severityOutside: 3, severityBands: [...bands] });

  test.each([
    ['10', null],
    ['20', 3],
    ['26.9', 4],
    ['40', 4],
    ['47.7', 5],
  ])('%s K has severity %s', (value, severity) => expect(evaluate(step, value).severity).toBe(severity));

  test('what follows from a failure outweighs the general severity, and names its finding', () => {
    const onFail = {
      finding: 'insulation_fault',
      severity: 5,
      openProcedure: 'loto-string-inverter',
      message: { fr: 'Arrêtez.', en: 'Stop.' },
    } as const;
    const failed = evaluate(stepOf('measurement', { ...volts, max: d('25'), onFail }), '40');
    expect(failed).toMatchObject({ finding: 'insulation_fault', severity: 5, openProcedure: 'loto-string-inverter', message: { fr: 'Arrêtez.' } });
  });
});

describe('a hold point out of range', () => {
  const hold = { unit: 'A', decimals: 2, max: d('0.5'), limitKind: 'manufacturer', severityOutside: 5, holdPoint: true } as const;

  test('halts the run without being told to', () => expect(evaluate(stepOf('measurement', hold), '0.51').stopsWork).toBe(true));
  test('goes on only where the procedure says so', () =>
    expect(evaluate(stepOf('measurement', { ...hold, onFail: { stopWork: false } }), '0.51').stopsWork).toBe(false));
  test('inside its limit it halts nothing', () => expect(evaluate(stepOf('measurement', hold), '0.5').stopsWork).toBe(false));
});

describe('limits computed live (the handbook’s worked example)', () => {
  const module = {
    ...{ modules_per_string: '27', module_voc_stc: '49.8', module_isc_stc: '14', module_alpha: '0.05', module_beta: '-0.27' },
    ...{ module_voc_irradiance_coefficient: '0.05', module_dt0: '3' },
  };
  const facts = { attributes: module, numbers: { s05: '820', s06: '46' } };
  const vocInputs = {
    n_modules: 'asset.modules_per_string',
    voc_stc: 'asset.module_voc_stc',
    beta: 'asset.module_beta',
    irradiance: 's05',
    back_temp: 's06',
  };
  const voc = stepOf('measurement', { ...volts, expected: { formula: 'voc_expected', inputs: vocInputs, tolerancePct: d('5'), watchPct: d('2') } });
  const iscInputs = { isc_stc: 'asset.module_isc_stc', alpha: 'asset.module_alpha', irradiance: 's05', back_temp: 's06' };
  const isc = stepOf('measurement', {
    ...{ unit: 'A', decimals: 2, limitKind: 'standard', severityOutside: 3 },
    expected: { formula: 'isc_expected', inputs: iscInputs, tolerancePct: d('10'), watchPct: d('5'), peerTolerancePct: d('5') },
  });

  test('1,246.1 V is expected, between 1,183.8 and 1,308.4 V, and 1,240 V passes', () => {
    expect(evaluate(voc, '1240', facts)).toMatchObject({ outcome: 'pass', expected: '1246.1', limit: { min: '1183.8', max: '1308.4' } });
  });

  test('1,196 V is within 5 % and still to be watched', () => expect(evaluate(voc, '1196', facts).outcome).toBe('watch'));

  test('every input is kept with the verdict, fallbacks included', () => {
    const withoutSettings = { ...facts, attributes: { modules_per_string: '27', module_voc_stc: '49.8', module_beta: '-0.27' } };
    expect(evaluate(voc, '1240', withoutSettings).inputs).toEqual({
      ...{ n_modules: '27', voc_stc: '49.8', beta: '-0.27', a: '0.05', delta_t0: '3' },
      ...{ irradiance: '820', back_temp: '46' },
    });
  });

  test.each([
    ['no irradiance yet', { ...facts, numbers: { s06: '46' } }],
    ['no asset in hand', { numbers: facts.numbers }],
    ['an attribute that is no number', { ...facts, attributes: { ...module, module_beta: 'voir fiche' } }],
    ['night', { ...facts, numbers: { s05: '0', s06: '5' } }],
  ])('%s: recorded without a verdict', (_, incomplete) => {
    expect(evaluate(voc, '1240', incomplete)).toMatchObject({ outcome: 'none', expected: null, limit: null });
  });

  test('what is missing for a verdict can be named', () => {
    const use = voc.expected ?? { formula: 'voc_expected', inputs: {} };
    expect(missingInputs(use, contextWith({ attributes: { module_voc_stc: '49.8' }, numbers: { s05: '820' } }))).toEqual([
      'n_modules',
      'beta',
      'back_temp',
    ]);
    expect(missingInputs(use, contextWith(facts))).toEqual([]);
  });

  test('conditions recorded on site can feed a formula', () => {
    const inputs = { ...vocInputs, irradiance: 'conditions.irradiance', back_temp: 'conditions.module_temperature' };
    const context = contextWith({ attributes: module, conditions: { irradiance: '820', module_temperature: '46' } });
    expect(computeFormula({ formula: 'voc_expected', inputs }, context)?.value).toBeCloseTo(1246.1, 1);
  });

  test('10.1 A is 13 % low and out of limits; 11.2 A passes', () => {
    expect(evaluate(isc, '10.1', facts)).toMatchObject({ outcome: 'fail', standing: { kind: 'below', by: '0.35' } });
    expect(evaluate(isc, '11.2', facts).outcome).toBe('pass');
  });

  test('identical neighbours narrow the limits, and their mean is kept with the verdict', () => {
    const among = evaluate(isc, '10.9', { ...facts, peers: ['11.6', '11.5', '11.7'] });
    expect(among).toMatchObject({ outcome: 'fail', limit: { min: '11.02', max: '12.18' }, inputs: { peer_mean: '11.60' } });
  });

  test('one neighbour alone decides nothing', () => expect(evaluate(isc, '10.9', { ...facts, peers: ['11.6'] }).outcome).toBe('watch'));

  test('neighbours can fail a reading that no formula can judge, but never pass it', () => {
    const unknown = { peers: ['11.6', '11.5', '11.7'] };
    expect(evaluate(isc, '10.9', unknown).outcome).toBe('fail');
    expect(evaluate(isc, '11.6', unknown).outcome).toBe('none');
  });

  test('the limits are known before anything is typed', () => expect(limitsOf(voc, contextWith(facts)).limit?.min).toBe('1183.8'));
});

describe('a value filled in by a formula', () => {
  const step = stepOf('measurement', {
    ...{ unit: 'count', decimals: 1, min: d('0'), limitKind: 'practice', severityOutside: 3 },
    computed: { formula: 'fault_position', inputs: { v_pos: 's10', v_neg: 's11', n_modules: 'asset.modules_per_string' } },
  });

  test('its inputs are kept with the verdict', () => {
    const facts = { numbers: { s10: '832', s11: '414' }, attributes: { modules_per_string: '27' } };
    expect(evaluate(step, '9.0', facts)).toMatchObject({ outcome: 'pass', inputs: { v_pos: '832', v_neg: '414', n_modules: '27' } });
  });

  test('typing it by hand stays possible when inputs are missing', () =>
    expect(evaluate(step, '9.0')).toMatchObject({ outcome: 'pass', inputs: {} }));

  test('two dead voltages give no position', () => {
    const use = step.computed ?? { formula: 'fault_position', inputs: {} };
    expect(computeFormula(use, contextWith({ numbers: { s10: '0', s11: '0' }, attributes: { modules_per_string: '27' } }))).toBeNull();
  });
});

describe('what to ask before recording', () => {
  const irradiance = stepOf('measurement', { unit: 'W/m²', decimals: 0, min: d('400'), limitKind: 'standard', severityOutside: 2 });
  const inputs = {
    n_modules: 'asset.modules_per_string',
    voc_stc: 'asset.module_voc_stc',
    beta: 'asset.module_beta',
    irradiance: 's05',
    back_temp: 's06',
  };
  const voc = stepOf('measurement', { ...volts, expected: { formula: 'voc_expected', inputs, tolerancePct: d('5') } });
  const facts = { attributes: { modules_per_string: '27', module_voc_stc: '49.8', module_beta: '-0.27' }, numbers: { s05: '820', s06: '46' } };
  const ask = (step: typeof voc, value: string, { previous, ...given }: Facts & { previous?: string } = {}) =>
    questionAbout(step, d(value), { ...contextWith(given), previous: previous === undefined ? null : d(previous) });

  test('more sun than there is, is refused; the highest there is, is not', () => {
    expect(ask(irradiance, '1601')?.code).toBe('impossible');
    expect(ask(irradiance, '1600')).toBeNull();
  });

  test('a Voc over 1.3 times the expected one is refused, with the number that was probably meant', () => {
    expect(ask(voc, '12400', facts)).toEqual({ code: 'impossible', suggestion: '1240.0' });
    expect(ask(voc, '1700', facts)).toEqual({ code: 'impossible', suggestion: null });
  });

  test('ten times less than expected asks for the decimal sign', () => expect(ask(voc, '124', facts)).toEqual({ code: 'slip', suggestion: '1240' }));

  test('an open string is a true value: asked about, never refused', () =>
    expect(ask(voc, '0', facts)).toEqual({ code: 'unusual', suggestion: null }));

  test('the last visit’s reading is enough to notice a slip', () => {
    const plain = stepOf('measurement', { ...volts });
    expect(ask(plain, '6124', { previous: '615.1' })).toEqual({ code: 'slip', suggestion: '612.4' });
    expect(ask(plain, '612.4', { previous: '615.1' })).toBeNull();
    expect(ask(plain, '6124')).toBeNull();
  });

  test('more power than the equipment is built for is asked about with its rating, in whatever unit it is read; never refused', () => {
    const power = (unit: string) => stepOf('measurement', { unit, decimals: 1, min: d('0'), limitKind: 'practice', severityOutside: 1 });
    const inverter = { attributes: { rated_power: '50' } };
    expect(ask(power('kW'), '486', inverter)).toEqual({ code: 'overrated', suggestion: '48.6', rating: '50' });
    expect(ask(power('kW'), '4860', inverter)).toEqual({ code: 'overrated', suggestion: null, rating: '50' });
    expect(ask(power('W'), '486000', inverter)?.code).toBe('overrated');
    for (const [unit, value] of [
      ['kW', '60'],
      ['W', '48600'],
      ['V', '486'],
    ] as const)
      expect(ask(power(unit), value, inverter)).toBeNull();
    expect(ask(power('kW'), '486')).toBeNull();
  });

  test('a hold point is never offered another number', () => {
    const hold = stepOf('measurement', { ...volts, max: d('0.5'), holdPoint: true });
    expect(ask(hold, '4', { previous: '0.4' })).toBeNull();
  });
});
