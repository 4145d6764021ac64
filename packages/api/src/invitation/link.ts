import { createHash, randomBytes } from 'node:crypto';
import { insertInvitation, type OrgTx, readSettings } from '@heliograph/db';
import { INVITATION_LIFE, INVITATION_PATH, type InvitationKind, type Language, type Role, type UserId } from '@heliograph/domain';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import type { MailOutcome } from '../mail/mail.ts';
import { letterFor } from './letter.ts';

/** The database knows a link by this alone. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface NewLink {
  readonly kind: InvitationKind;
  readonly email: string;
  readonly name: string;
  readonly role: Role | null;
  readonly language: Language;
  readonly user: UserId | null;
  /** For the account's own mailbox alone: it is shown to nobody. */
  readonly mailed: boolean;
}

interface MadeLink extends NewLink {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly organisation: string;
}

/** Makes a link in the transaction of the act. It stands once that is committed, and is then handed over. */
export async function makeLink(tx: OrgTx, { user: createdBy }: Doer, { now, ...link }: NewLink & { now: number }): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url');
  const made = { ...link, id: crypto.randomUUID(), expiresAt: now + INVITATION_LIFE[link.kind] };
  await insertInvitation(tx, { ...made, createdAt: now, createdBy, tokenHash: hashOf(token) });
  const { name: organisation } = await readSettings(tx);
  return { ...made, token, organisation };
}

/** A link as it is shown, once: it cannot be read again, only made anew. */
export interface HandedLink {
  readonly id: string;
  readonly kind: InvitationKind;
  readonly email: string;
  readonly name: string;
  readonly role: Role | null;
  readonly language: Language;
  /** ms */
  readonly expiresAt: number;
  /** For a QR code or to copy; null where it went to the person's own mailbox alone. */
  readonly link: string | null;
  /** The same without the server's address. */
  readonly path: string | null;
  readonly mail: MailOutcome;
}

/** Mails a link where mail is set up, and gives it back to be shown. */
export async function handOver(
  { mail, reach }: Pick<Deps, 'mail' | 'reach'>,
  { token, organisation, mailed, user: _, ...made }: MadeLink,
): Promise<HandedLink> {
  const path = `${INVITATION_PATH}#${token}`;
  const link = `${reach[0]}${path}`;
  const outcome = await mail.send(letterFor({ ...made, to: made.email, organisation, link }));
  return { ...made, link: mailed ? null : link, path: mailed ? null : path, mail: outcome };
}
