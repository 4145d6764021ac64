import * as z from 'zod/mini';

/** Role in one organisation. Field roles (team lead, lock-out officer…) are declared per execution and come from no role (decision 2). */
export const roleSchema = z.enum(['technician', 'supervisor', 'admin']);
export type Role = z.infer<typeof roleSchema>;

const EVERYBODY = [
  'session.own',
  'sync.exchange',
  'photo.write',
  'photo.read',
  'procedure.read',
  'site.read',
  'execution.read',
  'execution.record',
  'tip.read',
  'tip.write',
  'assistant.use',
  'conversation.own',
] as const;

const OFFICE = [
  'office.read',
  'device.read',
  'person.read',
  'person.invite',
  'limit.confirm',
  'execution.assign',
  'execution.cancel',
  'execution.reopen',
  'review.decide',
  'procedure.approve',
  'tip.approve',
  'analysis.decide',
  'activity.read',
] as const;

/** Decisions about the safety of people at work. The administrator's click does not replace them (handbook 3.1). */
const SAFETY = ['execution.release', 'execution.waive'] as const;

const ADMINISTRATION = [
  'organisation.manage',
  'site.manage',
  'person.manage',
  'procedure.write',
  'procedure.publish',
  'device.manage',
  'assistant.manage',
] as const;

export const PERMISSIONS = [...EVERYBODY, ...OFFICE, ...SAFETY, ...ADMINISTRATION] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Role × permission. What a person may see behind a door they may open is `visibility.ts`. */
export const MATRIX: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  technician: new Set<Permission>(EVERYBODY),
  supervisor: new Set<Permission>([...EVERYBODY, ...OFFICE, ...SAFETY]),
  admin: new Set<Permission>([...EVERYBODY, ...OFFICE, ...ADMINISTRATION]),
};

/** All that is left to a person suspended, or signed out elsewhere, with work unsent on the phone (decision 3). */
export const DELIVER_ONLY: ReadonlySet<Permission> = new Set<Permission>(['sync.exchange', 'photo.write']);
