import type { UserId } from '../ids.ts';
import type { OperationKind } from '../operation/index.ts';
import { DELIVER_ONLY, MATRIX, type Permission, type Role } from './permissions.ts';
import { maySee, type Subject } from './visibility.ts';

/** Who acts, from the session alone. */
export interface Actor {
  readonly user: UserId;
  readonly role: Role;
  readonly deliverOnly: boolean;
}

/**
 * Whether the actor may do this, and to this subject where one is given. Without a subject it answers "may open the door";
 * the rows behind it are chosen by `scopeOf`.
 */
export function can(actor: Pick<Actor, 'role' | 'deliverOnly'>, permission: Permission, subject?: Subject): boolean {
  if (actor.deliverOnly && !DELIVER_ONLY.has(permission)) return false;
  return MATRIX[actor.role].has(permission) && (subject === undefined || maySee(actor, subject));
}

/** Operations that are no part of carrying out a procedure. */
const OTHER_KINDS: Readonly<Partial<Record<OperationKind, Permission>>> = {
  release: 'execution.release',
  waive: 'execution.waive',
  review: 'review.decide',
  reopen: 'execution.reopen',
  assign: 'execution.assign',
  unassign: 'execution.assign',
  plan: 'execution.assign',
  cancel: 'execution.cancel',
  tip: 'tip.write',
  'tip.photo': 'tip.write',
  'tip.rate': 'tip.write',
};

/** The permission it takes to record an operation of this kind. */
export const permissionFor = (kind: OperationKind): Permission => OTHER_KINDS[kind] ?? 'execution.record';
