import { describe, expect, test } from 'vitest';
import { d } from '../testing/context.ts';
import { ANA, BEN, begun, library, type Reading, SUPERVISOR, way } from '../testing/run.ts';
import { procedureOf, stepOf, volts } from '../testing/steps.ts';
import { obstacles } from './gate.ts';

const open = ({ openHoldPoint }: Reading) => openHoldPoint?.address ?? null;

/** `insulation-fault-troubleshooting`: s05, s06, s07, s08 and s19 are hold points. */
const searching = () => begun('insulation-fault-troubleshooting').answers({ s01: 'HG-1', s02: 'perm', s03: 'Riso', s04: 'dry' });
const reason = (text: string) => ({ reason: text });

describe('rule 2: a hold point cannot be skipped', () => {
  test('a recorded skip leaves it to do, open and missing', () => {
    const reading = searching()
      .does('skip', { s: 's05', p: reason('Pressé') })
      .read();
    expect(reading.at('s05')).toMatchObject({ state: 'todo', isMissing: true, reason: 'Pressé' });
    expect(open(reading)).toBe('s05');
    expect(obstacles(reading)).toContain(reading.at('s05'));
  });

  test('a skip recorded after it was passed opens it again', () => {
    const reading = searching()
      .answer('s05', '3')
      .does('skip', { s: 's05', p: reason('Non') })
      .read();
    expect(open(reading)).toBe('s05');
  });

  test('nothing stands there before a person answered: no hold point of the library is passed by starting', () => {
    for (const content of library) {
      const { places } = begun(content).read();
      expect(places.filter(({ step, state }) => step.holdPoint && state !== 'todo')).toEqual([]);
    }
  });

  test('what comes after an open hold point may be read, not answered; what comes before may be mended', () => {
    const reading = searching().answer('s05', '3').read();
    expect([way(reading, 's04'), way(reading, 's05'), way(reading, 's06')]).toEqual([null, null, null]);
    expect([way(reading, 's07'), way(reading, 's09/CH1'), way(reading, 's20')]).toEqual(['hold_point s06', 'hold_point s06', 'hold_point s06']);
  });

  test('passing one opens the way to the next, and no further', () => {
    const reading = searching().answer('s05', '3').answer('s06').read();
    expect(open(reading)).toBe('s07');
    expect([way(reading, 's07'), way(reading, 's08')]).toEqual([null, 'hold_point s07']);
  });

  test('"not applicable" does not pass it', () => {
    const reading = searching().answer('s05', '3').answer('s06', 'na').read();
    expect(reading.halt?.place.address).toBe('s06');
  });

  test.each([
    ['a reading in another unit', { kind: 'measurement', response: { value: '3', unit: 'kV' } }],
    ['an answer of no known shape', { kind: 'measurement', response: { value: 3 } }],
    ['an answer without a response', { kind: 'measurement', response: {} }],
  ])('%s does not pass it', (_, p) => {
    const reading = searching().does('step', { s: 's05', p }).read();
    expect(open(reading)).toBe('s05');
    expect(reading.at('s05').isMissing).toBe(true);
  });

  test('an option the procedure does not have does not pass it', () => {
    expect(open(begun('module-replacement').answer('s03', 'whatever').read())).toBe('s03');
  });

  test('a limit whose inputs are missing leaves it unjudged and open; one that only writes down is passed by writing', () => {
    const expected = { formula: 'soiling_ratio' as const, inputs: { isc_soiled: 'a', isc_clean: 'b' }, tolerancePct: d('5') };
    const content = procedureOf([
      stepOf('text', { id: 'permit', holdPoint: true }),
      stepOf('measurement', { ...volts, id: 'note', holdPoint: true }),
      stepOf('measurement', { ...volts, id: 'judged', holdPoint: true, expected }),
    ]);
    const reading = begun(content).answers({ permit: '2026-114', note: '12', judged: '1' }).read();
    expect([reading.at('permit').state, reading.at('note').state, reading.at('judged').state]).toEqual(['done', 'done', 'todo']);
    expect(open(reading)).toBe('judged');
  });

  test('the name and the time of the person stay with the answer', () => {
    const { register } = searching().by(BEN).answer('s05', '3').read().at('s05');
    expect(register?.effective).toMatchObject({ actor: BEN, operation: { w: expect.any(Number), z: 120 } });
  });
});

describe('rule 3: a failed hold point stops the run', () => {
  const failed = () => searching().answer('s05', '48');

  test('out of limits: halted, with what to do and a severity 5 finding', () => {
    const reading = failed().read();
    expect(reading.halt).toMatchObject({
      place: { address: 's05', evaluation: { message: { en: 'Step back, mark off, call a B2V PV supervisor.' } } },
    });
    expect(reading.findings).toEqual([{ code: 'insulation_fault', severity: 5, address: 's05' }]);
    expect(['s01', 's06', 's09/CH1', 's20'].map((place) => way(reading, place))).toEqual(Array.from({ length: 4 }, () => 'halted s05'));
    expect(way(reading, 's05')).toBeNull();
    expect(obstacles(reading)).toContain(reading.at('s05'));
  });

  test('answering again with a better reading lifts the halt, and the history keeps both', () => {
    const reading = failed().answer('s05', '4').read();
    expect(reading.halt).toBeNull();
    expect(way(reading, 's06')).toBeNull();
    const kept = reading.state.history.filter(({ operation }) => operation.s === 's05').map(({ operation }) => operation.p['response']);
    expect(kept).toEqual([
      { value: '48', unit: 'V' },
      { value: '4', unit: 'V' },
    ]);
  });

  test('a better reading of somebody who had not seen the bad one does not lift it', () => {
    const reading = failed().by(BEN).answer('s05', '4', { isBlind: true }).read();
    expect(reading.halt?.place).toMatchObject({ address: 's05', isConflict: true });
  });

  test('a supervisor lets the run go on past that answer, and past no other', () => {
    const work = failed();
    const halt = work.last;
    work.by(SUPERVISOR).does('release', { p: { halt, ...reason('Mesure refaite avec moi') } });
    expect(work.read().halt).toBeNull();
    expect(way(work.read(), 's06')).toBeNull();
    expect(obstacles(work.read())).not.toContain(work.read().at('s05'));
    expect(work.read().at('s05').state).toBe('failed');
    expect(work.by(ANA).answer('s05', '52').read().halt?.place.address).toBe('s05');
  });

  test('a procedure whose next steps deal with the outcome goes on', () => {
    const work = begun('mc4-connector-replacement').answers({ s01: 'CH1', s03: 'ok', s04: '0', s05: '1', s06: 'ok', s07: '240' });
    expect(work.read().halt).toBeNull();
    expect([open(work.read()), way(work.read(), 's09')]).toEqual(['s08', 'hold_point s08']);
    expect(way(work.answer('s08', 'cover').read(), 's09')).toBeNull();
  });

  test('another inverter than the one to lock out stops the run', () => {
    expect(begun('loto-string-inverter').answer('s01', 'mismatch').read().halt?.place.address).toBe('s01');
  });

  test('every hold point of the library that fails halts the run or says that the next steps deal with it', () => {
    for (const content of library)
      for (const step of content.steps.filter(({ kind, holdPoint, showIf }) => kind === 'check' && holdPoint && showIf === undefined))
        expect(begun(content).answer(step.id, 'fail').read().halt?.place.step.id ?? step.onFail?.stopWork).toBe(
          step.onFail?.stopWork === false ? false : step.id,
        );
  });
});

describe('a hold point refused', () => {
  const refused = () => searching().does('refuse', { s: 's05', p: reason('Odeur de brûlé') });

  test('halts the run with its reason', () => {
    const reading = refused().read();
    expect(reading.at('s05')).toMatchObject({ state: 'refused', reason: 'Odeur de brûlé', isMissing: true });
    expect(reading.failed.map(({ address }) => address)).toEqual(['s05']);
    expect([way(reading, 's06'), way(reading, 's05')]).toEqual(['halted s05', null]);
  });

  test('answered after all, the halt is lifted', () => {
    const reading = refused().answer('s05', '2').read();
    expect([reading.halt, reading.at('s05').state, way(reading, 's06')]).toEqual([null, 'done', null]);
  });

  test('a refusal outweighs an answer given without seeing it', () => {
    expect(refused().by(BEN).answer('s05', '2', { isBlind: true }).read().at('s05')).toMatchObject({ state: 'refused', isConflict: true });
  });

  test('released, the run goes on and may be completed; the refusal is still told', () => {
    const work = refused();
    const halt = work.last;
    const reading = work
      .by(SUPERVISOR)
      .does('release', { p: { halt, ...reason('Vu sur place : graisse chaude') } })
      .read();
    expect([reading.halt, open(reading), way(reading, 's06')]).toEqual([null, 's06', null]);
    expect(reading.at('s05')).toMatchObject({ state: 'refused', isMissing: false });
    expect(obstacles(reading).map(({ address }) => address)).not.toContain('s05');
  });

  test('a refused certificate is lifted by the signature that names the refusal, not by one made unseen', () => {
    const work = begun('loto-string-inverter').answers({
      s01: 'HG-1',
      s02: 'C-7',
      s03: 'ok',
      s04: 'normal',
      s07: 'ok',
      s08: 'ok',
      s09: 'ok',
      s10: '0.1',
    });
    work
      .answers({ s11: 'outside', s14: 'ok' })
      .photos('s16', 2)
      .does('refuse', { s: 's17', p: reason('Cadenas manquant') });
    const refusal = work.last;
    expect(work.sign('s17', 'lockout_officer').read().halt?.place.address).toBe('s17');
    expect(work.sign('s17', 'lockout_officer', [refusal]).read()).toMatchObject({ halt: null, openHoldPoint: { address: 's18' } });
  });
});

describe('an answer that parks the run', () => {
  const parked = () => begun('loto-string-inverter').answers({ s01: 'HG-1', s02: 'C-7', s03: 'ok', s04: 'internal' });
  const released = () => {
    const work = parked();
    return work.does('release', { p: { halt: work.last, ...reason('Zone balisée') } }).answer('s05', 'wait');
  };

  test('"return after dark" suspends until somebody resumes', () => {
    const work = released();
    expect(work.read().parked?.address).toBe('s05');
    expect(['s02', 's05', 's07'].map((place) => way(work.read(), place))).toEqual(['suspended', 'suspended', 'suspended']);
    expect(way(work.does('resume').read(), 's07')).toBeNull();
    expect(work.read().parked).toBeNull();
  });

  test('a resume from before does not count', () => {
    const work = parked()
      .does('suspend', { p: reason('Pluie') })
      .does('resume');
    const halt = work.read().halt?.entry.operation.id;
    expect(
      work
        .does('release', { p: { halt, ...reason('Zone balisée') } })
        .answer('s05', 'wait')
        .read().parked?.address,
    ).toBe('s05');
  });
});
