import { describe, expect, test } from 'vitest';
import { ANA, BEN, begun, type Run, run, SUPERVISOR, way } from '../testing/run.ts';
import { missingCertifications, peoplePresent } from './gate.ts';
import { comparableTime, correctedAt } from './log.ts';

/** `insulation-fault-troubleshooting`: s05, s06, s07, s08 and s19 are hold points. */
const searching = () => begun('insulation-fault-troubleshooting').answers({ s01: 'HG-1', s02: 'perm', s03: 'Riso', s04: 'dry' });
const reason = (text: string) => ({ reason: text });

describe('rule 5: two people', () => {
  const alone = () => run('insulation-fault-troubleshooting').start().answers({ s01: 'HG-1', s02: 'perm', s03: 'Riso', s04: 'dry' });
  const present = (work: Run) => peoplePresent(work.fold());

  test('one person alone may read a hold point and not pass it; other steps are open', () => {
    expect(way(alone().read(), 's05')).toBe('second_person');
    expect(alone().read().gate('s05')).toEqual({ kind: 'second_person', needed: 2 });
    expect(way(alone().read(), 's04')).toBeNull();
  });

  test('a second person by name, by account, by a field role or by their own start opens it', () => {
    const by: readonly ((work: Run) => Run)[] = [
      (work) => work.does('second', { p: { name: 'Ben Faure' } }),
      (work) => work.does('second', { p: { user: BEN, name: 'Ben Faure' } }),
      (work) => work.does('role', { p: { user: BEN, roles: ['second_person'] } }),
      (work) => work.by(BEN).start('technician'),
    ];
    for (const add of by) expect([present(add(alone())), way(add(alone()).read(), 's05')]).toEqual([2, null]);
  });

  test('nobody counts twice, and a blank name counts for nobody', () => {
    expect(present(alone().does('second', { p: { user: ANA, name: 'Ana' } }))).toBe(1);
    expect(present(alone().does('second', { p: { name: '  ' } }))).toBe(1);
    expect(
      present(
        alone()
          .does('second', { p: { name: 'Ben Faure' } })
          .does('second', { p: { name: ' ben faure' } }),
      ),
    ).toBe(2);
    expect(present(run('vegetation-control-inspection'))).toBe(0);
  });

  test('a procedure for one asks for nobody else', () => {
    expect(way(run('vegetation-control-inspection').start().answer('s01', 'HG-1').read(), 's02')).toBeNull();
  });
});

describe('rule 6: authorisations', () => {
  const held = (...codes: (string | [string, string])[]) =>
    codes.map((one) => (typeof one === 'string' ? { code: one, expires: null } : { code: one[0], expires: one[1] }));

  test('missing: the hold point is closed and says which would open it: of two demands the wider one is met with the narrower', () => {
    const gate = searching().read().gate('s05', { held: [] });
    expect(gate).toEqual({ kind: 'authorisation', missing: [{ rule: 'any_of', codes: ['BR-PV', 'B2V-PV'] }] });
    expect(way(searching().read(), 's04', { held: [] })).toBeNull();
  });

  test('valid through its last day, expired the day after', () => {
    const at = (today: string) => way(searching().read(), 's05', { held: held(['BR-PV', '2026-05-04']), today });
    expect([at('2026-05-03'), at('2026-05-04'), at('2026-05-05')]).toEqual([null, null, 'authorisation']);
  });

  test('any of several is enough where the rule says so; all are needed where it says that', () => {
    expect(way(searching().read(), 's05', { held: held('B2V-PV') })).toBeNull();
    const missing = (...codes: string[]) => {
      const { setting } = begun('module-replacement');
      return missingCertifications({
        content: setting.content,
        state: begun('module-replacement').fold(),
        held: held(...codes),
        today: '2026-05-04',
      });
    };
    expect(missing('BR-PV')).toEqual([{ rule: 'all_of', codes: ['TH'] }]);
    expect(missing('BR-PV', 'TH')).toEqual([]);
  });

  test('what one in the team must hold blocks nobody', () => {
    expect(way(begun('string-inverter-preventive').read(), 's07', { held: held('BR-PV') })).toBeNull();
  });

  test('waived by a supervisor, with the reason in the log, it opens', () => {
    const work = searching()
      .by(SUPERVISOR)
      .does('waive', { p: { certifications: ['BR-PV'], ...reason('Recyclage fait, titre en cours') } });
    const reading = work.read();
    expect([way(searching().read(), 's05', { held: held('SST') }), way(reading, 's05', { held: held('SST') })]).toEqual(['authorisation', null]);
    expect(reading.state.waivers.map(({ by, p }) => [by, p.reason])).toEqual([[SUPERVISOR, 'Recyclage fait, titre en cours']]);
  });
});

describe('life', () => {
  test('nothing is answered before the start', () => {
    expect(way(run('string-inverter-preventive').read(), 's01')).toBe('not_started');
  });

  test('a closed run refuses, a reopened or returned one does not', () => {
    const closed = () => begun('string-inverter-preventive').does('complete');
    const review = (outcome: string) =>
      closed()
        .by(SUPERVISOR)
        .does('review', { p: { outcome, seen: 3 } });
    expect(way(closed().read(), 's01')).toBe('closed');
    expect(way(review('approve').read(), 's01')).toBe('closed');
    expect(
      way(
        begun('string-inverter-preventive')
          .by(SUPERVISOR)
          .does('cancel', { p: reason('Doublon') })
          .read(),
        's01',
      ),
    ).toBe('closed');
    expect(way(review('return').read(), 's01')).toBeNull();
    expect(
      way(
        closed()
          .by(SUPERVISOR)
          .does('reopen', { p: reason('Oubli') })
          .read(),
        's01',
      ),
    ).toBeNull();
  });

  test('a suspended run waits for its resumption', () => {
    const suspended = begun('string-inverter-preventive').does('suspend', { p: reason('Orage') });
    expect(way(suspended.read(), 's01')).toBe('suspended');
    expect(way(suspended.does('resume').read(), 's01')).toBeNull();
  });
});

describe('rule 9: corrections add, never overwrite', () => {
  test('whatever is recorded, every operation stays in the history, once and in order', () => {
    const work = searching()
      .answers({ s05: '48' })
      .does('clear', { s: 's05' })
      .answer('s05', '3')
      .does('refuse', { s: 's06', p: reason('x') });
    work.photos('s15', 1);
    work
      .does('photo.remove', { p: { photo: work.last } })
      .sign('s20', 'team_lead')
      .does('complete')
      .by(SUPERVISOR)
      .does('cancel', { p: reason('x') });
    const { history, photos } = work.fold();
    expect(history.map(({ operation }) => operation.id)).toEqual(work.entries.map(({ operation }) => operation.id));
    expect(photos[0]?.removedBy?.operation.k).toBe('photo.remove');
  });
});

describe('rule 10: the device’s time', () => {
  test('is kept as the device said it, with the offset last measured beside it', () => {
    const { entry } = { entry: begun('string-inverter-preventive').by(ANA, -90_000).answer('s03', '41').entries.at(-1) };
    const { w = 0, o = 0 } = entry?.operation ?? {};
    expect([o, correctedAt({ w, o }), comparableTime({ w, o })]).toEqual([-90_000, w - 90_000, w - 90_000]);
  });

  test('decides nothing where it is more than two minutes off: two readings are told apart by their ids', () => {
    const shown = (offset: number) =>
      begun('string-inverter-preventive').by(BEN, offset).answer('s04', '4').by(ANA).answer('s04', '5', { isBlind: true }).read().at('s04').response;
    expect(shown(120_000)).toEqual({ value: '4', unit: '%' });
    expect(shown(120_001)).toEqual({ value: '5', unit: '%' });
  });
});
