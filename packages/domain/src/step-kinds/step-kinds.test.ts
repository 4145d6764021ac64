import { describe, expect, test } from 'vitest';
import type { Step } from '../procedure/content.ts';
import { contextWith, d } from '../testing/context.ts';
import { stepOf, volts } from '../testing/steps.ts';
import { checkValues } from './check.ts';
import { evaluateStep, summarizeStep } from './index.ts';
import { shownVerdict } from './verdict.ts';

const evaluate = (step: Step, response: unknown) => evaluateStep(step, response, contextWith());

describe('a check', () => {
  const onFail = {
    finding: 'cable_damage',
    severity: 4,
    openProcedure: 'mc4-connector-replacement',
    message: { fr: 'Isolez.', en: 'Isolate.' },
  } as const;

  test('passes, fails with what follows, or does not apply', () => {
    const step = stepOf('check', { onFail });
    expect(evaluate(step, { value: 'ok' })).toMatchObject({ outcome: 'pass', finding: null, severity: null });
    expect(evaluate(step, { value: 'fail' })).toMatchObject({ ...onFail, outcome: 'fail', stopsWork: false });
    expect(evaluate(step, { value: 'na' }).outcome).toBe('none');
  });

  test('that stops work does so, hold point or not', () => {
    expect(evaluate(stepOf('check', { onFail: { stopWork: true } }), { value: 'fail' }).stopsWork).toBe(true);
  });

  test('that is a hold point halts the run when it fails, unless the procedure lets it go on', () => {
    expect(evaluate(stepOf('check', { holdPoint: true }), { value: 'fail' }).stopsWork).toBe(true);
    expect(evaluate(stepOf('check', { holdPoint: true, onFail: { stopWork: false } }), { value: 'fail' }).stopsWork).toBe(false);
    expect(evaluate(stepOf('check', { holdPoint: true, onFail: { finding: 'fire_load' } }), { value: 'fail' }).stopsWork).toBe(true);
  });

  test('at a hold point "not applicable" is not offered and does not pass', () => {
    const hold = stepOf('check', { holdPoint: true });
    expect(checkValues(hold)).toEqual(['ok', 'fail']);
    expect(checkValues(stepOf('check', {}))).toContain('na');
    expect(evaluate(hold, { value: 'na' })).toMatchObject({ outcome: 'fail', stopsWork: true });
  });
});

describe('a choice', () => {
  const label = { fr: 'Oui', en: 'Yes' };
  const options = [
    { value: 'good', label, outcome: 'ok' as const },
    { value: 'night', label, outcome: 'warn' as const, suspend: true },
    { value: 'bad', label, outcome: 'fail' as const, finding: 'inverter_fault', severity: 5 as const, openProcedure: 'iv-curve-test' },
    { value: 'stop', label, outcome: 'fail' as const, stopWork: true },
    { value: 'handled', label, outcome: 'fail' as const, stopWork: false },
  ];
  const step = stepOf('choice', { options });
  const hold = stepOf('choice', { options, holdPoint: true });

  test('its option says the outcome, the finding and what to open', () => {
    expect(evaluate(step, { value: 'good' }).outcome).toBe('pass');
    expect(evaluate(step, { value: 'bad' })).toMatchObject({
      outcome: 'fail',
      finding: 'inverter_fault',
      severity: 5,
      openProcedure: 'iv-curve-test',
      stopsWork: false,
    });
  });

  test('suspending parks the run, stopping halts it', () => {
    expect(evaluate(step, { value: 'night' })).toMatchObject({ outcome: 'watch', suspends: true, stopsWork: false });
    expect(evaluate(step, { value: 'stop' })).toMatchObject({ suspends: false, stopsWork: true });
  });

  test('at a hold point a failing option halts the run, unless it says the next steps deal with it', () => {
    expect(evaluate(hold, { value: 'bad' }).stopsWork).toBe(true);
    expect(evaluate(hold, { value: 'handled' }).stopsWork).toBe(false);
    expect(evaluate(hold, { value: 'night' }).stopsWork).toBe(false);
  });

  test('an option that is not there is recorded without a verdict and shown as it came', () => {
    expect(evaluate(step, { value: 'gone' }).outcome).toBe('none');
    expect(summarizeStep(step, { value: 'gone' })).toEqual({ kind: 'text', text: 'gone' });
  });
});

describe('a scan', () => {
  const asset = '0190b5a0-0000-7000-8000-000000000007';
  const expects = ['string_inverter'];

  test('a known label passes, an unknown code is recorded', () => {
    expect(evaluate(stepOf('scan', { expects }), { code: 'HG-7', asset, typed: false }).outcome).toBe('pass');
    expect(evaluate(stepOf('scan', { expects }), { code: 'SN 1', asset: null, typed: true }).outcome).toBe('none');
  });

  test('another position than the one in hand is to be watched, and halts the run at a hold point', () => {
    const response = { code: 'HG-8', asset, typed: false, mismatch: true };
    expect(evaluate(stepOf('scan', { expects }), response)).toMatchObject({ outcome: 'watch', stopsWork: false });
    expect(evaluate(stepOf('scan', { expects, holdPoint: true }), response)).toMatchObject({ outcome: 'fail', stopsWork: true });
  });
});

describe('photos and signatures', () => {
  test('enough photos pass; too few say nothing yet', () => {
    const step = stepOf('photo', { minCount: 2, maxCount: 6, annotate: false });
    expect([0, 1, 2, 9].map((count) => evaluate(step, { count }).outcome)).toEqual(['none', 'none', 'pass', 'pass']);
  });

  test('a signature passes in the role asked for, not in another', () => {
    const step = stepOf('signature', { role: 'lockout_officer' });
    expect(evaluate(step, { roles: ['technician', 'team_lead'] }).outcome).toBe('none');
    expect(evaluate(step, { roles: ['technician', 'lockout_officer'] }).outcome).toBe('pass');
  });
});

describe('the verdict kept with an answer', () => {
  const judged = (value: string) => shownVerdict(evaluate(stepOf('measurement', { ...volts, min: d('590') }), { value, unit: 'V' }));

  test('says what was shown: outcome, distance and limits, and nothing that was not there', () => {
    expect(judged('588.5')).toEqual({ outcome: 'fail', by: '1.5', min: '590' });
    expect(judged('600')).toEqual({ outcome: 'pass', min: '590' });
    expect(shownVerdict(evaluate(stepOf('text', {}), { text: 'rien' }))).toEqual({ outcome: 'none' });
  });

  test('a distance too long to be stored is left out, never the answer', () => {
    expect(judged(`-${'9'.repeat(37)}.9`)).toMatchObject({ outcome: 'fail' });
    expect(judged(`-${'9'.repeat(39)}`)).toMatchObject({ outcome: 'fail' });
    expect(judged(`0.${'0'.repeat(37)}1`).by).toBeUndefined();
  });
});
