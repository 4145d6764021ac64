import { executionIdSchema, type Operation, organisationIdSchema, type Role, readOperation, userIdSchema } from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { judge, type Standing } from './judge.ts';
import type { Sender } from './ports.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const X = executionIdSchema.parse(uuid(50));

function operation(k: string, p: Record<string, unknown>, more: Record<string, unknown> = {}): Operation {
  const reading = readOperation({ i: 1, id: uuid(1), k, v: 1, x: X, p, w: 1, z: 0, o: 0, n: 1, ...more });
  if (reading.kind !== 'known') throw new Error(`${k} is no operation`);
  return reading.operation;
}
const start = operation('start', { procedure: 'ab'.repeat(32), site: uuid(5), roles: [] });
if (start.k !== 'start') throw new Error('no start');

const standing = (more: Partial<Standing> = {}): Standing => ({
  subject: { x: X, procedure: start.p.procedure, site: start.p.site, asset: null, status: 'in_progress', head: 7 },
  access: 'in',
  startHeld: false,
  steps: new Set(['s01']),
  site: 'open',
  ...more,
});
const sender = (role: Role, deliverOnly = false): Sender => ({
  org: organisationIdSchema.parse(uuid(3)),
  user: userIdSchema.parse(uuid(2)),
  role,
  deliverOnly,
});
const ROLES: readonly Role[] = ['technician', 'supervisor', 'admin'];
const reason = { reason: 'vu sur place' };

/** Written a second time by hand, as the matrix's own test does. */
const DECISIONS: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['review', { outcome: 'approve', seen: 7 }, 'supervisor admin'],
  ['reopen', reason, 'supervisor admin'],
  ['cancel', reason, 'supervisor admin'],
  ['assign', { users: [] }, 'supervisor admin'],
  ['unassign', { users: [uuid(2)] }, 'supervisor admin'],
  ['plan', { procedure: 'ab'.repeat(32), site: uuid(5), day: '2026-06-01', users: [uuid(2)] }, 'supervisor admin'],
  ['release', { halt: uuid(9), ...reason }, 'supervisor'],
  ['waive', { certifications: ['BR-PV'], ...reason }, 'supervisor'],
  ['comment', { text: 'vu' }, 'technician supervisor admin'],
  ['complete', {}, 'technician supervisor admin'],
  ['refuse', reason, 'technician supervisor admin'],
];

describe('who may record what', () => {
  test.each(DECISIONS)('%s', (k, p, allowed) => {
    const judged = ROLES.map((role) => [role, judge(operation(k, p), sender(role), standing())] as const);
    expect(judged.flatMap(([role, { state }]) => (state === 'applied' ? role : [])).join(' ')).toBe(allowed);
    for (const [, judgement] of judged) if (judgement.state !== 'applied') expect(judgement).toEqual({ state: 'rejected', code: 'not_yours' });
  });

  test('who may only deliver delivers what was done in their role, decisions included', () => {
    expect(judge(operation('comment', { text: 'vu' }), sender('technician', true), standing()).state).toBe('applied');
    expect(judge(operation('release', { halt: uuid(9), ...reason }), sender('supervisor', true), standing()).state).toBe('applied');
    expect(judge(operation('release', { halt: uuid(9), ...reason }), sender('technician', true), standing()).state).toBe('rejected');
  });

  test('a technician records only where they are or were on the crew, and work after a removal is marked', () => {
    const comment = operation('comment', { text: 'vu' });
    expect(judge(comment, sender('technician'), standing({ access: 'none' }))).toEqual({ state: 'held', code: 'not_yours' });
    expect(judge(comment, sender('technician'), standing({ access: 'removed' }))).toMatchObject({ state: 'applied', flags: ['after_removal'] });
    expect(judge(comment, sender('supervisor'), standing({ access: 'none' }))).toMatchObject({ state: 'applied', flags: [] });
  });
});

test('what only the office can settle waits and is not refused: work that a restored server does not know, or no longer gives to its author', () => {
  const comment = operation('comment', { text: 'vu' });
  const judged = (more: Partial<Standing>) => judge(comment, sender('technician'), standing(more));
  expect(judged({ subject: null })).toEqual({ state: 'held', code: 'unknown_execution' });
  expect(judged({ subject: null, startHeld: true })).toEqual({ state: 'held', code: 'follows_held' });
  expect(judged({ access: 'none' })).toEqual({ state: 'held', code: 'not_yours' });
  // What their role never lets them do is refused, whatever is known of the work.
  expect(judge(operation('reopen', reason), sender('technician'), standing({ subject: null }))).toEqual({ state: 'rejected', code: 'not_yours' });
});

describe('work begun where one no longer is', () => {
  const fresh = { subject: null, access: 'none' } as const;
  const judged = (more: Partial<Standing>) => judge(start, sender('technician'), standing(more));

  test('on a site that was theirs it is applied with a mark, and is theirs; on one that never was it waits', () => {
    expect(judged({ ...fresh, site: 'removed' })).toEqual({ state: 'applied', flags: ['after_removal'], enters: true });
    expect(judged({ ...fresh, site: 'none' })).toEqual({ state: 'held', code: 'not_yours' });
    expect(judged({ ...fresh, site: 'open' })).toEqual({ state: 'applied', flags: [], enters: true });
  });

  test('taken off the work, they come back onto it only where they may work on the site', () => {
    expect(judged({ access: 'removed', site: 'open' })).toMatchObject({ flags: ['after_removal'], enters: true });
    expect(judged({ access: 'removed', site: 'none' })).toMatchObject({ flags: ['after_removal'], enters: false });
  });
});

describe('work that is planned', () => {
  const plan = (site: string) => operation('plan', { procedure: 'ab'.repeat(32), site, day: '2026-06-01', users: [uuid(2)] });

  test('once, on one version and one place; said again for the same it moves the day', () => {
    expect(judge(plan(uuid(5)), sender('supervisor'), standing({ subject: null }))).toMatchObject({ state: 'applied' });
    expect(judge(plan(uuid(5)), sender('supervisor'), standing())).toMatchObject({ state: 'applied' });
    expect(judge(plan(uuid(6)), sender('supervisor'), standing())).toEqual({ state: 'rejected', code: 'moved' });
    expect(judge(plan(uuid(5)), sender('supervisor'), standing({ subject: null, steps: null }))).toEqual({
      state: 'held',
      code: 'unknown_procedure',
    });
  });
});

test('rule 10: a clock more than two minutes off is marked, and the work is stored all the same', () => {
  const flags = (o: number) => {
    const judgement = judge(operation('comment', { text: 'vu' }, { o }), sender('technician'), standing());
    return judgement.state === 'applied' ? judgement.flags : judgement.code;
  };
  expect([0, 120_000, -120_000, 120_001, -3_600_000].map(flags)).toEqual([[], [], [], ['clock'], ['clock']]);
});
