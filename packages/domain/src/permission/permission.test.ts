import { describe, expect, test } from 'vitest';
import { isKnownKind, operationPayloads } from '../operation/index.ts';
import { can, DELIVER_ONLY, maySeeExecution, maySeeSite, PERMISSIONS, type Permission, permissionFor, type Role, scopeOf } from './index.ts';

const ROLES: readonly Role[] = ['technician', 'supervisor', 'admin'];
const signedIn = (role: Role) => ({ role, deliverOnly: false });

/** The matrix, written a second time by hand: a change of rights has to be made in both places, on purpose. */
const ALLOWED: Readonly<Record<Permission, string>> = {
  'session.own': 'technician supervisor admin',
  'sync.exchange': 'technician supervisor admin',
  'photo.write': 'technician supervisor admin',
  'photo.read': 'technician supervisor admin',
  'procedure.read': 'technician supervisor admin',
  'site.read': 'technician supervisor admin',
  'execution.read': 'technician supervisor admin',
  'execution.record': 'technician supervisor admin',
  'tip.read': 'technician supervisor admin',
  'tip.write': 'technician supervisor admin',
  'assistant.use': 'technician supervisor admin',
  'conversation.own': 'technician supervisor admin',
  'office.read': 'supervisor admin',
  'device.read': 'supervisor admin',
  'person.read': 'supervisor admin',
  'person.invite': 'supervisor admin',
  'limit.confirm': 'supervisor admin',
  'execution.assign': 'supervisor admin',
  'execution.cancel': 'supervisor admin',
  'execution.reopen': 'supervisor admin',
  'review.decide': 'supervisor admin',
  'procedure.approve': 'supervisor admin',
  'tip.approve': 'supervisor admin',
  'analysis.decide': 'supervisor admin',
  'activity.read': 'supervisor admin',
  'execution.release': 'supervisor',
  'execution.waive': 'supervisor',
  'organisation.manage': 'admin',
  'site.manage': 'admin',
  'person.manage': 'admin',
  'procedure.write': 'admin',
  'procedure.publish': 'admin',
  'device.manage': 'admin',
  'assistant.manage': 'admin',
};

describe('who may', () => {
  test.each(PERMISSIONS)('%s', (permission) => {
    expect(ROLES.filter((role) => can(signedIn(role), permission)).join(' ')).toBe(ALLOWED[permission]);
  });

  test('a suspended person may deliver what was recorded before, and nothing else', () => {
    const left = PERMISSIONS.filter((permission) => can({ role: 'admin', deliverOnly: true }, permission));
    expect(left.toSorted()).toEqual([...DELIVER_ONLY].toSorted());
  });

  test('an administrator can neither release a halted run nor waive an authorisation', () => {
    expect(can(signedIn('admin'), permissionFor('release'))).toBe(false);
    expect(can(signedIn('admin'), permissionFor('waive'))).toBe(false);
  });

  test('carrying out a procedure takes one permission; deciding about it, or writing a tip, takes another', () => {
    const decisions = Object.keys(operationPayloads).filter((kind) => isKnownKind(kind) && permissionFor(kind) !== 'execution.record');
    expect(decisions).toEqual(['release', 'waive', 'reopen', 'review', 'assign', 'cancel', 'plan', 'unassign', 'tip', 'tip.photo', 'tip.rate']);
  });
});

describe('who sees what', () => {
  const cases = [true, false].flatMap((onCrew) => [true, false].map((onSite) => ({ onCrew, onSite })));

  test.each(cases)('a technician sees what they were on and their sites: %o', (subject) => {
    expect(maySeeExecution({ role: 'technician' }, subject)).toBe(subject.onCrew || subject.onSite);
    expect(can(signedIn('technician'), 'execution.read', subject)).toBe(subject.onCrew || subject.onSite);
  });

  test.each(cases)('supervisors and admins see the organisation: %o', (subject) => {
    expect(maySeeExecution({ role: 'supervisor' }, subject)).toBe(true);
    expect(maySeeExecution({ role: 'admin' }, subject)).toBe(true);
    expect(scopeOf({ role: 'admin' })).toBe('organisation');
  });

  test('having worked on one execution opens nothing else of its site', () => {
    expect(maySeeSite({ role: 'technician' }, { onSite: false })).toBe(false);
    expect(maySeeSite({ role: 'technician' }, { onSite: true })).toBe(true);
  });
});
