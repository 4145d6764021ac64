import type { InvitationState } from '@heliograph/domain/person';
import type { Output, RpcError } from '../../platform/rpc.ts';
import { reasonOf } from '../../platform/use-door.ts';

export type Look = Output<'invitation.look'>;

/** Why a link leads no further. */
export type DeadEnd = 'used' | 'revoked' | 'expired' | 'wrong' | 'unreached' | 'member' | 'emailTaken';

const BY_STATE: Readonly<Record<Exclude<InvitationState, 'open'>, DeadEnd>> = { used: 'used', revoked: 'revoked', expired: 'expired' };
const BY_REASON: Readonly<Record<string, DeadEnd>> = {
  link: 'wrong',
  link_used: 'used',
  link_revoked: 'revoked',
  link_expired: 'expired',
  member: 'member',
  email_taken: 'emailTaken',
};

/** What a link that was looked at says by itself; null where it can be used. */
export const deadEndOf = ({ state }: Pick<Look, 'state'>): DeadEnd | null => (state === 'open' ? null : BY_STATE[state]);

/** What a refusal says of the link; null where it is about something that was typed, or about who is here. */
export function deadEndIn(refused: RpcError | null): DeadEnd | null {
  const reason = reasonOf(refused);
  if (reason !== null) return BY_REASON[reason] ?? null;
  // No token at all, or half of one.
  return refused?.code === 'INVALID' || refused?.code === 'NOT_FOUND' ? 'wrong' : null;
}

/** The secret behind the `#` of an address. */
export const tokenIn = (hash: string): string => hash.replace(/^#/, '');
