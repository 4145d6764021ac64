import * as z from 'zod/mini';
import { roleSchema } from '../permission/permissions.ts';
import { languageSchema } from '../text.ts';
import { emailSchema, personNameSchema } from './person.ts';

/** What a link that was handed over does: brings somebody in, gives a new password, or moves the account to another e-mail. */
export const invitationKindSchema = z.enum(['join', 'reset', 'email']);
export type InvitationKind = z.infer<typeof invitationKindSchema>;

const HOUR = 3_600_000;
/** How long a link can be used, ms: long enough for a weekend, and for a reset no longer than the talk about it. */
export const INVITATION_LIFE: Readonly<Record<InvitationKind, number>> = { join: 72 * HOUR, reset: HOUR, email: 24 * HOUR };

/** The secret of a link: 32 random bytes in base64url. It stands behind the `#`, so it reaches no log and no other site. */
export const invitationTokenSchema = z.string().check(z.regex(/^[\w-]{43}$/, 'a token'));
/** Where such a link opens. */
export const INVITATION_PATH = '/app/invitation';

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

interface Marks {
  readonly expiresAt: number;
  readonly acceptedAt: number | null;
  readonly revokedAt: number | null;
}

/** Whether a link can still be used; instants in ms. */
export function invitationState({ expiresAt, acceptedAt, revokedAt }: Marks, now: number): InvitationState {
  if (acceptedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return now < expiresAt ? 'open' : 'expired';
}

/** Who is invited, and as what. */
export const newInvitationSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  language: languageSchema,
});
export type NewInvitation = z.infer<typeof newInvitationSchema>;
