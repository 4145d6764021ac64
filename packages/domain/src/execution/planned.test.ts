import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuid } from '../testing/plant.ts';
import { ANA, BEN, begun, run, SUPERVISOR } from '../testing/run.ts';
import { foldExecution } from './fold.ts';

const HASH = 'ab'.repeat(32);
const given = (users: readonly string[], more: Record<string, unknown> = {}) => ({
  p: { procedure: HASH, site: uuid(5000), day: '2026-05-04', users, note: 'Prendre la caméra', reported: { alarm: 'F117' }, ...more },
});
const planned = () =>
  run('combiner-box-inspection')
    .by(SUPERVISOR)
    .does('plan', given([ANA, BEN]));

describe('work that the office gives', () => {
  test('stands as planned, with its day, its note and what was reported, for exactly those people', () => {
    const { status, plan, assigned, crew, start } = planned().fold();
    expect({ status, assigned, crew, start }).toEqual({ status: 'planned', assigned: [ANA, BEN], crew: [ANA, BEN], start: null });
    expect(plan?.p).toMatchObject({ day: '2026-05-04', note: 'Prendre la caméra', reported: { alarm: 'F117' } });
  });

  test('is one execution for all who share it: two starts make one run', () => {
    const state = planned().by(ANA).start().by(BEN).start().fold();
    expect({ status: state.status, by: state.start?.by, crew: state.crew }).toEqual({ status: 'in_progress', by: ANA, crew: [ANA, BEN] });
  });

  test('people come and go; who is taken off stays in the record', () => {
    const state = planned()
      .does('unassign', { p: { users: [BEN], reason: 'appelé ailleurs' } })
      .does('assign', { p: { users: [SUPERVISOR] } })
      .fold();
    expect(state.assigned).toEqual([ANA, SUPERVISOR]);
    expect(state.crew).toContain(BEN);
    expect([...state.takenOff].map(([user, { p }]) => [user, p.reason])).toEqual([[BEN, 'appelé ailleurs']]);
  });

  test('its day can move; two supervisors who moved it unseen are both kept', () => {
    const moved = planned()
      .does('plan', given([ANA, BEN], { day: '2026-05-06' }))
      .fold();
    expect(moved.plan?.p.day).toBe('2026-05-06');
    const twice = planned()
      .does('plan', { ...given([ANA], { day: '2026-05-07' }), isBlind: true })
      .fold();
    expect([twice.registers.get('~plan')?.heads.length, twice.plan?.p.day]).toEqual([2, '2026-05-07']);
  });

  test('withdrawn, it says by whom and why; what somebody completed meanwhile is shown all the same', () => {
    const withdrawn = planned().does('cancel', { p: { reason: 'orage' } });
    expect(withdrawn.fold()).toMatchObject({ status: 'cancelled', cancelled: { by: SUPERVISOR, p: { reason: 'orage' } } });
    const after = withdrawn.by(ANA).start().does('complete', { isBlind: true });
    expect(after.fold()).toMatchObject({ status: 'completed', cancelled: null });
  });

  test('in any order and however often each entry is given, the reading is the same', () => {
    const { entries } = planned()
      .does('plan', { ...given([ANA], { day: '2026-05-07' }), isBlind: true })
      .does('unassign', { p: { users: [BEN] } })
      .does('assign', { p: { users: [BEN] } })
      .by(ANA)
      .start()
      .by(SUPERVISOR)
      .does('cancel', { p: { reason: 'orage' } });
    const told = (some: typeof entries) => {
      const { status, assigned, plan, cancelled } = foldExecution(some);
      return JSON.stringify({ status, assigned, plan: plan?.id, cancelled: cancelled?.id });
    };
    const expected = told(entries);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.subarray(entries), (all, again) => {
        expect(told([...all, ...again])).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a review', () => {
  const completed = () => begun('combiner-box-inspection').does('complete').by(SUPERVISOR);
  const back = { p: { outcome: 'return', seen: 3, note: 'Photo floue', step: 's05' } };

  test('sent back: the run goes on, and says what to look at again', () => {
    expect(completed().does('review', back).fold()).toMatchObject({
      status: 'returned',
      returned: { by: SUPERVISOR, p: { note: 'Photo floue', step: 's05' } },
    });
  });

  test('the step that was sent back is where the work goes on, until something is recorded there again', () => {
    const again = completed().does('review', back).by(ANA);
    expect(again.read().toCorrect?.address).toBe('s05');
    expect(again.answer('s06').read().toCorrect?.address).toBe('s05');
    expect(again.answer('s05').read().toCorrect).toBeNull();
    expect(completed().read().toCorrect).toBeNull();
  });

  test('completed again, it is no longer sent back; approved, it is over; each review stays in the record', () => {
    const again = completed().does('review', back).by(ANA).does('complete');
    expect(again.fold()).toMatchObject({ status: 'completed', returned: null });
    const { status, reviews, crew } = again
      .by(SUPERVISOR)
      .does('review', { p: { outcome: 'approve', seen: 5 } })
      .fold();
    expect({ status, reviews: reviews.map(({ p }) => p.outcome) }).toEqual({ status: 'approved', reviews: ['return', 'approve'] });
    expect(crew).not.toContain(SUPERVISOR);
  });
});
