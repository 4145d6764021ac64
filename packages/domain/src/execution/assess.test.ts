import { describe, expect, test } from 'vitest';
import { d } from '../testing/context.ts';
import { inverterWith } from '../testing/plant.ts';
import { ANA, BEN, begun, type Reading, type Run, run } from '../testing/run.ts';
import { procedureOf, stepOf, volts } from '../testing/steps.ts';
import { obstacles } from './gate.ts';

const missing = ({ missing: places }: Reading) => places.map(({ step, item }) => (item === null ? step.id : `${step.id}/${item.label}`));
const findings = ({ findings: found }: Reading) => found.map(({ code, severity }) => `${code} ${severity}`);

/** The beginning of the search for an insulation fault, up to the strings. */
const searching = (): Run =>
  begun('insulation-fault-troubleshooting')
    .does('conditions', { p: { irradiance: '820', moduleTemperature: '46' } })
    .answers({ s01: 'HG-1', s02: 'start', s03: 'Riso 21 kΩ à 07:12', s04: 'dew', s05: '3', s06: 'ok', s07: '0.12', s08: 'ok' });

describe('insulation-fault-troubleshooting, a hard fault on the second string', () => {
  const measured = () =>
    searching()
      .answers({ 's09/CH1': '1244', 's10/CH1': '12', 's11/CH1': '9', 's12/CH1': 'none' })
      .answers({ 's09/CH2': '1246', 's10/CH2': '832', 's11/CH2': '414', 's12/CH2': 'hard' });

  test('asks string by string, and opens the branch of the fault for the string that has it', () => {
    expect(Object.keys(searching().read().states()).slice(8, 17)).toEqual([
      's09/CH1',
      's10/CH1',
      's11/CH1',
      's12/CH1',
      's09/CH2',
      's10/CH2',
      's11/CH2',
      's12/CH2',
      's19',
    ]);
    const { states, findings: found } = measured().read();
    expect(Object.keys(states()).slice(16)).toEqual(['s13/CH2', 's14', 's15', 's16', 's19', 's20']);
    expect(found).toEqual([{ code: 'insulation_fault', severity: 5, address: measured().address('s12/CH2') }]);
  });

  test('the open-circuit voltage is held against the one expected in this light', () => {
    const { evaluation } = measured().read().at('s09/CH2');
    expect(evaluation).toMatchObject({ outcome: 'pass', expected: '1246', limit: { min: '1184', max: '1308', confirmed: false } });
    expect(measured().answer('s09/CH1', '1100').read().at('s09/CH1')).toMatchObject({
      state: 'failed',
      evaluation: { standing: { kind: 'below', by: '84' } },
    });
  });

  test('computes the position from the readings of the same string: between the 9th and the 10th of 27 modules', () => {
    const { context } = measured().read().at('s13/CH2');
    const [positive, negative] = ['s10', 's11'].map((id) => Number(context.numberOf(id)));
    expect((27 * (negative ?? 0)) / ((positive ?? 0) + (negative ?? 0))).toBeCloseTo(8.97, 2);
    const reading = measured().answer('s13/CH2', '9.0').read();
    expect(reading.at('s13/CH2')).toMatchObject({ state: 'done', evaluation: { inputs: { v_pos: '832', v_neg: '414', n_modules: '27' } } });
  });

  test('three photos, the cause and two signatures later it can be completed, and says which procedure follows', () => {
    const work = measured().answer('s13/CH2', '9.0').answer('s14', 'fail').photos('s15', 2).answer('s16', 'conn').answer('s19');
    expect(missing(work.read())).toEqual(['s15', 's20']);
    expect(work.read().at('s15').state).toBe('todo');
    work.photos('s15', 1).sign('s20', 'technician');
    expect(missing(work.read())).toEqual(['s20']);
    const reading = work.sign('s20', 'team_lead').read();
    expect(obstacles(reading)).toEqual([]);
    expect(reading.progress).toEqual({ done: 22, total: 22 });
    expect(reading.at('s16').evaluation?.openProcedure).toBe('mc4-connector-replacement');
    expect(findings(reading)).toEqual(['insulation_fault 5', 'connector_burnt 4']);
    expect(work.does('complete').read().state.status).toBe('completed');
  });
});

describe('insulation-fault-troubleshooting, no hard fault', () => {
  const healthy = () =>
    searching()
      .answers({ 's09/CH1': '1244', 's10/CH1': '12', 's11/CH1': '9', 's12/CH1': 'none' })
      .answers({ 's09/CH2': '1246', 's10/CH2': '8', 's11/CH2': '7', 's12/CH2': 'unstable' });

  test('takes the other branch, and the intermittent fault only after everything measured well', () => {
    expect(Object.keys(healthy().read().states()).slice(16)).toEqual(['s17', 's19', 's20']);
    expect(Object.keys(healthy().answer('s17', 'allok').read().states()).slice(16)).toEqual(['s17', 's18', 's19', 's20']);
    expect(healthy().answer('s17', 'allok').answer('s18', 'dawn').read().at('s18').state).toBe('watch');
  });

  test('a string found faulty afterwards turns the branch over; what was recorded in the other one stays in the history and counts nowhere', () => {
    const work = healthy().answer('s17', 'allok').answer('s18', 'dawn');
    const before = work.read();
    const after = work.answer('s12/CH1', 'hard').read();
    expect(Object.keys(after.states()).slice(16)).toEqual(['s13/CH1', 's14', 's15', 's16', 's19', 's20']);
    expect(missing(after)).toEqual(['s13/CH1', 's14', 's15', 's16', 's19', 's20']);
    expect(after.state.registers.get('s17')?.effective?.operation.p['response']).toEqual({ value: 'allok' });
    expect([before.progress.total, after.progress.total]).toEqual([20, 22]);
  });
});

describe('string-inverter-preventive', () => {
  const preventive = () =>
    begun('string-inverter-preventive').answers({
      s01: 'HG-1',
      s02: 'Rien',
      s03: '41.2',
      s04: '4',
      s06: '6.5',
      s07: 'ok',
      s08: 'ok',
      s09: '',
      s10: 'ok',
    });

  test('to completion: photos, signature, an optional reading left out', () => {
    const done = preventive().answers({ s11: 'ok', s12: 'ok', s13: 'na', s14: 'ok' }).photos('s15', 3).answer('s16').sign('s17', 'technician');
    const reading = done.read();
    expect(reading.missing).toEqual([]);
    expect(reading.progress).toEqual({ done: 16, total: 16 });
    expect(reading.at('s05').state).toBe('todo');
    expect(reading.at('s13')).toMatchObject({ state: 'done', evaluation: { outcome: 'none' } });
    expect(findings(reading)).toEqual([]);
  });

  test('a reading out of limits is a failure with its distance, never refused', () => {
    const reading = preventive().answer('s04', '12.4').read();
    expect(reading.at('s04')).toMatchObject({
      state: 'failed',
      isMissing: false,
      evaluation: { severity: 3, standing: { kind: 'above', by: '2.4' } },
    });
    expect(reading.failed.map(({ address }) => address)).toEqual(['s04']);
    expect(reading.halt).toBeNull();
  });

  test('a failed check makes its finding with class and severity', () => {
    expect(preventive().answer('s11', 'fail').read().findings).toEqual([{ code: 'connector_burnt', severity: 4, address: 's11' }]);
  });

  test('a step skipped with a reason is done; one taken back is to do again', () => {
    const skipped = preventive().does('skip', { s: 's11', p: { reason: 'Connecteurs inaccessibles' } });
    expect(skipped.read().at('s11')).toMatchObject({ state: 'skipped', isMissing: false, reason: 'Connecteurs inaccessibles' });
    expect(skipped.does('clear', { s: 's11' }).read().at('s11')).toMatchObject({ state: 'todo', isMissing: true, reason: null });
    expect(skipped.answer('s11').read().at('s11').state).toBe('done');
  });

  test('a removed photo counts no longer and is not gone', () => {
    const run = preventive().photos('s15', 3);
    const reading = run.does('photo.remove', { p: { photo: run.last } }).read();
    expect(reading.at('s15')).toMatchObject({ state: 'todo', isMissing: true, response: { count: 2 } });
    expect(reading.state.photos).toHaveLength(3);
  });

  test('photos or a signature that name the skip take its place; others made unseen do not', () => {
    const skipped = preventive().does('skip', { s: 's15', p: { reason: 'Téléphone plein' } });
    const skip = skipped.last;
    expect(skipped.photos('s15', 3).read().at('s15').state).toBe('skipped');
    expect(skipped.photos('s15', 1, [skip]).read().at('s15')).toMatchObject({ state: 'done', reason: null });
  });

  test('rule 11: the limit is called a default until somebody entitled has confirmed it', () => {
    const confirmedIn = (confirmed: readonly string[]) =>
      begun('string-inverter-preventive', { confirmed }).answer('s04', '4').read().at('s04').evaluation?.limit?.confirmed;
    expect([confirmedIn([]), confirmedIn(['s04'])]).toEqual([false, true]);
  });
});

describe('limits', () => {
  test('identical strings are compared with each other: the odd one fails, once there are enough of them to say who is odd', () => {
    const isc = (strings: number, odd: string) => {
      const work = begun('string-voc-isc-test', { plant: inverterWith(strings) }).answers({ s05: '820', s06: '46', s07: 'stable' });
      for (let n = 2; n <= strings; n++) work.answer(`s11/CH${n}`, '11.6');
      return work.answer('s11/CH1', odd).read().at('s11/CH1');
    };
    expect(isc(4, '10.9')).toMatchObject({ state: 'failed', evaluation: { inputs: { peer_mean: '11.60' }, limit: { min: '11.02' } } });
    expect(isc(2, '10.9')).toMatchObject({ state: 'watch', evaluation: { limit: { min: '10.45' } } });
    expect(isc(4, '11.5').state).toBe('done');
  });

  const insulated = (voltage: string) =>
    begun('insulation-resistance-test').answers({ s08: voltage, s09: 'm1', 's11/CH1': '0.8', 's11/CH2': '7' }).read();

  test('are switched by an earlier answer', () => {
    expect(insulated('250').at('s11/CH1')).toMatchObject({ state: 'watch', evaluation: { limit: { min: '0.5' } } });
    expect(insulated('1000').at('s11/CH1')).toMatchObject({ state: 'failed', evaluation: { limit: { min: '1' }, severity: 5 } });
    expect(insulated('1000').at('s11/CH2').state).toBe('done');
  });

  test('a condition on a string’s reading looks at the same string; from outside any string is enough', () => {
    const states = insulated('1000').states();
    expect(Object.keys(states).filter((place) => /^s1[1-6]/.test(place))).toEqual(['s11/CH1', 's11/CH2', 's12/CH2', 's14', 's15', 's16']);
  });

  test('an answer behind a condition that no longer holds switches nothing and feeds nothing', () => {
    const option = (value: string) => ({ value, label: { fr: value, en: value }, outcome: 'ok' as const });
    const content = procedureOf([
      stepOf('choice', { id: 'ask', options: [option('yes'), option('no')] }),
      stepOf('choice', { id: 'hidden', options: [option('low'), option('high')], showIf: { step: 'ask', op: 'eq', value: 'yes' } }),
      stepOf('measurement', { ...volts, id: 'read', max: d('10'), limitsBy: { step: 'hidden', cases: { high: { max: d('100') } } } }),
    ]);
    const given = begun(content).answers({ ask: 'yes', hidden: 'high', read: '50' });
    expect(given.read().at('read').state).toBe('done');
    expect(given.answer('ask', 'no').read().at('read')).toMatchObject({ state: 'failed', evaluation: { limit: { max: '10' } } });
  });
});

describe('hidden steps', () => {
  test('are neither required nor counted', () => {
    const fresh = begun('annual-visual-inspection-ground-array').answers({ s10: 'ok' }).read();
    const faulty = begun('annual-visual-inspection-ground-array').answers({ s10: 'fail' }).read();
    expect(fresh.places.map(({ step }) => step.id)).not.toContain('s11');
    expect(faulty.progress.total - fresh.progress.total).toBe(2);
    expect(missing(faulty)).toEqual(expect.arrayContaining(['s11', 's12']));
    expect(missing(fresh)).not.toContain('s12');
  });
});

describe('severity', () => {
  test('grows with the reading by the bands of the step', () => {
    const hot = (t: string) => begun('ir-thermography').answers({ s03: '1000', s08: 'fail', s12: t }).read().at('s12').evaluation?.severity;
    expect(['10', '10.1', '20.1', '41'].map(hot)).toEqual([null, 3, 4, 5]);
  });
});

describe('conflicts', () => {
  test('two colleagues who measured without seeing each other are both kept, the worse is shown, and one reading settles it', () => {
    const both = begun('string-inverter-preventive').answer('s04', '12').by(BEN).answer('s04', '4', { isBlind: true });
    expect(both.read().at('s04')).toMatchObject({ isConflict: true, state: 'failed', response: { value: '12' } });
    expect(both.read().at('s04').register?.heads).toHaveLength(2);
    expect(both.by(ANA).answer('s04', '4.1').read().at('s04')).toMatchObject({ isConflict: false, state: 'done' });
  });

  test('readings that are one at the precision of the step do not contradict each other', () => {
    const agree = (first: string, second: string) =>
      begun('string-inverter-preventive').answer('s04', first).by(BEN).answer('s04', second, { isBlind: true }).read().at('s04').isConflict;
    expect([agree('4.0', '4'), agree('4.04', '4.01'), agree('4.04', '4.06'), agree('4', '5')]).toEqual([false, false, true, true]);
  });

  test('two colleagues who both did what was asked agree', () => {
    const both = begun('string-inverter-preventive').answer('s09').by(BEN).answer('s09', '', { isBlind: true }).read();
    expect(both.at('s09')).toMatchObject({ isConflict: false, state: 'done' });
    expect(both.at('s09').register?.heads).toHaveLength(2);
  });
});

describe('what this build cannot read', () => {
  test.each([
    ['a newer kind', (r: Run) => r.does('torque', { s: 's10', p: { newm: 4 } })],
    ['a newer version of an answer', (r: Run) => r.does('step', { s: 's10', v: 2, p: { kind: 'check', response: { value: 'ok' } } })],
    ['a response of no shape we know', (r: Run) => r.does('step', { s: 's10', p: { kind: 'check', response: { value: 'perhaps' } } })],
  ])('%s is held: not empty, not evaluated, not missing', (_, write) => {
    const reading = write(begun('string-inverter-preventive')).read();
    expect(reading.at('s10')).toMatchObject({ state: 'held', isMissing: false, evaluation: null });
  });

  test('it never passes a hold point', () => {
    const reading = begun('string-inverter-preventive').does('torque', { s: 's07', p: {} }).read();
    expect(reading.at('s07')).toMatchObject({ state: 'held', isMissing: true });
    expect(reading.openHoldPoint?.address).toBe('s07');
  });

  test('a step of a newer app stays required and is never called done', () => {
    const content = begun('string-inverter-preventive').setting.content;
    const [first, ...others] = content.steps;
    const { id, title, instructions } = first ?? stepOf('text', {});
    const newer = { id, title, instructions, required: true, holdPoint: false, kind: 'newer', newerKind: 'torque' } as const;
    const run = begun({ ...content, steps: [newer, ...others] });
    expect(run.read().at('s01')).toMatchObject({ state: 'todo', isMissing: true });
    expect(
      run
        .does('step', { s: 's01', p: { kind: 'torque', response: { newm: 4 } } })
        .read()
        .at('s01').state,
    ).toBe('held');
  });
});

test('without asset and without answers everything unconditional is there, and nothing is thrown', () => {
  const reading = run('string-voc-isc-test', { asset: null }).read();
  expect(reading.at('s10')).toMatchObject({ needsItems: true, state: 'todo' });
  expect(reading.progress.done).toBe(0);
});
