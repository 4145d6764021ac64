import {
  findInvitation,
  type Invitation,
  listInvitations,
  locateInvitation,
  lockInvitation,
  readOrg,
  readSettings,
  revokeInvitations,
  withLookup,
  withOrg,
} from '@heliograph/db';
import { type InvitationState, invitationState, type Language, mayInvite, type OrganisationId, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import { record } from '../activity/record.ts';
import type { Actor, Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';
import { hashOf } from './link.ts';

/** An invitation as the office lists it. Instants in ms. */
export interface InvitationItem extends Invitation {
  readonly state: InvitationState;
}

type Ports = Pick<Deps, 'db' | 'now'>;

export interface ListInvitations {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Only those that can still be used. */
  readonly open: boolean;
}

const position = z.tuple([z.int(), z.uuid()]);

/** People who were invited, newest first. */
export const invitationsOf = ({ db, now }: Ports, actor: Actor, { cursor, limit, open }: ListInvitations): Promise<Page<InvitationItem>> =>
  readOrg(db, actor, async (tx) => {
    const [createdAt, id] = positionIn(cursor, position) ?? [];
    const before = createdAt === undefined || id === undefined ? undefined : { createdAt, id };
    const rows = await listInvitations(tx, { limit: limit + 1, before, openAt: open ? now() : undefined });
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id]);
    return { items: items.map((row) => ({ ...row, state: invitationState(row, now()) })), nextCursor };
  });

/** Ends a link that nobody has used. @throws AppError NOT_FOUND, NOT_ALLOWED `role`, CONFLICT `link_used`, `link_expired`, `link_revoked` */
export const revokeInvitation = ({ db, now }: Ports, doer: Doer, id: string): Promise<InvitationItem> =>
  withOrg(db, doer, async (tx) => {
    const invitation = (await lockInvitation(tx, id)) ?? refuse('NOT_FOUND');
    if (invitation.role !== null && !mayInvite(doer.role, invitation.role)) refuse('NOT_ALLOWED', { reason: 'role' });
    stillOpen(invitation, now());
    await revokeInvitations(tx, { id }, now());
    await record(tx, doer, {
      action: 'invitation.revoke',
      subject: { kind: 'invitation', id },
      details: { name: invitation.name, email: invitation.email },
    });
    return { ...invitation, revokedAt: now(), state: 'revoked' };
  });

/** What somebody who opens a link is shown. */
export interface InvitationLook {
  readonly kind: Invitation['kind'];
  readonly state: InvitationState;
  readonly email: string;
  readonly name: string;
  readonly role: Invitation['role'];
  readonly language: Language;
  readonly expiresAt: number;
  readonly organisation: { readonly id: OrganisationId; readonly name: string; readonly logo: string | null };
}

/** What a link is for. Whether its e-mail has an account already is not told. @throws AppError NOT_FOUND */
export async function lookAt({ db, now }: Ports, token: string): Promise<InvitationLook> {
  const { id, org } = await locate(db, token);
  return readOrg(db, { org }, async (tx) => {
    const invitation = (await findInvitation(tx, id)) ?? refuse('NOT_FOUND');
    const { name, logo } = await readSettings(tx);
    const { kind, email, role, language, expiresAt } = invitation;
    return {
      kind,
      email,
      role,
      language,
      expiresAt,
      name: invitation.name,
      state: invitationState(invitation, now()),
      organisation: { id: org, name, logo },
    };
  });
}

/** Where a link belongs. @throws AppError NOT_FOUND */
export const locate = async (db: Ports['db'], token: string): Promise<{ id: string; org: OrganisationId }> =>
  (await withLookup(db, (tx) => locateInvitation(tx, hashOf(token)))) ?? refuse('NOT_FOUND', { reason: 'link' });

/** @throws AppError CONFLICT `link_used`, `link_revoked`, `link_expired` */
export function stillOpen(invitation: Invitation, now: number): void {
  const state = invitationState(invitation, now);
  if (state !== 'open') refuse('CONFLICT', { reason: `link_${state}` });
}
