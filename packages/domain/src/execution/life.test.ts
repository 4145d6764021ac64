import { describe, expect, test } from 'vitest';
import { ANA, BEN, begun, type Run, SUPERVISOR } from '../testing/run.ts';
import { signedOver } from './signed-over.ts';

describe('work that arrives late', () => {
  const closed = () => begun('string-inverter-preventive').answer('s04', '4').does('complete');
  const changed = (r: Run) => r.read().state.changedAfterCompletion.map(({ operation }) => operation.k);

  test('is named after the completion, and after the approval', () => {
    expect(changed(closed().by(BEN).answer('s04', '5'))).toEqual(['step']);
    const approved = closed()
      .by(SUPERVISOR)
      .does('review', { p: { outcome: 'approve', seen: 4 } });
    expect(approved.read().state.status).toBe('approved');
    expect(changed(approved)).toEqual([]);
    expect(changed(approved.by(BEN).photos('s15', 1).does('torque', { s: 's10' }))).toEqual(['photo', 'torque']);
  });

  test('is named also where a cancellation came at the same time', () => {
    const both = closed()
      .by(SUPERVISOR)
      .does('cancel', { p: { reason: 'Doublon' }, isBlind: true })
      .by(BEN)
      .answer('s04', '5');
    expect(both.read().state.status).toBe('completed');
    expect(changed(both)).toEqual(['step']);
  });

  test('work sent back by the office can be suspended like any other', () => {
    const returned = closed()
      .by(SUPERVISOR)
      .does('review', { p: { outcome: 'return', seen: 4 } });
    expect(returned.read().state.status).toBe('returned');
    expect(
      returned
        .by(ANA)
        .does('suspend', { p: { reason: 'Orage' } })
        .read().state.status,
    ).toBe('suspended');
    expect(returned.does('resume').read().state.status).toBe('returned');
  });
});

describe('a signature at the end of the procedure', () => {
  const signed = () => begun('string-inverter-preventive').answer('s04', '4').photos('s15', 3).sign('s17', 'technician');
  const over = (r: Run) => {
    const { state, ...reading } = r.read();
    return signedOver(reading, state).map(({ address }) => address);
  };

  test('is told as outdated once an answer or a photo comes after it, until somebody signs again', () => {
    expect(over(signed())).toEqual([]);
    expect(over(signed().answer('s04', '5'))).toEqual(['s17']);
    expect(over(signed().photos('s15', 1))).toEqual(['s17']);
    expect(over(signed().answer('s04', '5').by(BEN).sign('s17', 'technician'))).toEqual([]);
  });

  test('does not speak of the words beside it, nor is it asked for where nobody signed', () => {
    expect(over(signed().does('comment', { s: 's04', p: { text: 'Vu' } }))).toEqual([]);
    expect(over(begun('string-inverter-preventive').answer('s04', '5'))).toEqual([]);
  });
});
