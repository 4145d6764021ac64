import * as z from 'zod/mini';
import type { UserId } from '../ids.ts';
import type { Role } from '../permission/permissions.ts';
import { plainText } from '../text.ts';

/**
 * `suspended`: may still deliver what was recorded before, then is closed out, and may come back. `inactive`: has left; nothing is open to them,
 * and what they did keeps their name.
 */
export const personStatusSchema = z.enum(['active', 'suspended', 'inactive']);
export type PersonStatus = z.infer<typeof personStatusSchema>;

/** What people are called: shown everywhere, so never empty. */
export const personNameSchema = plainText(120).check(z.trim(), z.minLength(1, 'a name'));

/** An e-mail in the one form in which it is stored and compared: without the spaces around it, in lower case. */
export const emailSchema = plainText(254).check(
  z.trim(),
  z.toLowerCase(),
  z.regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@.]+$/, 'an e-mail'),
);

/** A certification that hold points and procedures ask for, such as `BR-PV`; `expires` is its last day, null where it has none. */
export const personCertificationSchema = z.object({
  code: plainText(32).check(z.trim(), z.minLength(1, 'a code')),
  expires: z.nullable(z.iso.date()),
});
export type PersonCertification = z.infer<typeof personCertificationSchema>;

/** One of each; a person holds a few, never hundreds. */
export const personCertificationsSchema = z.array(personCertificationSchema).check(
  z.maxLength(50),
  z.refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'each certification once'),
);

/** Where a certification stands on a day (`yyyy-mm-dd`, of the place where the work is). Its last day counts. */
export type CertificationState = 'valid' | 'ending' | 'ended';
const WARNED_DAYS = 60;

export function certificationState({ expires }: Pick<PersonCertification, 'expires'>, today: string): CertificationState {
  if (expires === null) return 'valid';
  const left = (Date.parse(expires) - Date.parse(today)) / 86_400_000;
  return left < 0 ? 'ended' : left <= WARNED_DAYS ? 'ending' : 'valid';
}

/** A person of the organisation as the rules below look at them. */
export interface PersonStanding {
  readonly user: UserId;
  readonly role: Role;
  readonly status: PersonStatus;
}

/** `last_admin`: somebody must be left who can manage the organisation. `yourself`: a slip would lock oneself out, so another admin does it. */
export type ChangeRefusal = 'last_admin' | 'yourself';

interface Change {
  readonly by: UserId;
  readonly before: PersonStanding;
  readonly after: Pick<PersonStanding, 'role' | 'status'>;
  /** Active admins of the organisation, the person included; read under a lock. */
  readonly admins: readonly UserId[];
}

/** Why a role or status may not be changed so; null where it may. */
export function refusedChange({ by, before, after, admins }: Change): ChangeRefusal | null {
  const isAdmin = ({ role, status }: Pick<PersonStanding, 'role' | 'status'>) => role === 'admin' && status === 'active';
  if (isAdmin(before) && !isAdmin(after) && admins.every((admin) => admin === before.user)) return 'last_admin';
  return by === before.user && after.status !== 'active' ? 'yourself' : null;
}

/** Whom a role may invite: supervisors bring their technicians in, admins anybody. */
export const mayInvite = (inviter: Role, invited: Role): boolean => inviter === 'admin' || (inviter === 'supervisor' && invited === 'technician');
