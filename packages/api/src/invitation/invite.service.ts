import { asLookup, countMemberships, findMemberByEmail, lockPerson, type Person, revokeInvitations, withOrg } from '@heliograph/db';
import { mayInvite, type NewInvitation, refuse, type UserId } from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import { limitLinks } from '../auth/throttle.ts';
import type { Deps } from '../deps.ts';
import { type HandedLink, handOver, makeLink } from './link.ts';

type Ports = Pick<Deps, 'db' | 'now' | 'mail' | 'reach' | 'keys'>;

/**
 * Invites somebody by e-mail. The answer is the same whether or not that e-mail is known elsewhere; an earlier link to it stops working.
 * @throws AppError CONFLICT `member`, NOT_ALLOWED `role`, TOO_MANY
 */
export async function invite(deps: Ports, doer: Doer, who: NewInvitation): Promise<HandedLink> {
  if (!mayInvite(doer.role, who.role)) refuse('NOT_ALLOWED', { reason: 'role' });
  await limitLinks(deps, `${doer.org} ${who.email}`);
  const now = deps.now();
  const made = await withOrg(deps.db, doer, async (tx) => {
    const member = await findMemberByEmail(tx, who.email);
    if (member !== undefined) refuse('CONFLICT', { reason: 'member', status: member.status, name: member.name });
    await revokeInvitations(tx, { kind: 'join', email: who.email }, now);
    const link = await makeLink(tx, doer, { ...who, kind: 'join', user: null, mailed: false, now });
    await record(tx, doer, {
      action: 'person.invite',
      subject: { kind: 'invitation', id: link.id },
      details: { name: who.name, email: who.email, role: who.role },
    });
    return link;
  });
  return handOver(deps, made);
}

/**
 * Gives a person a link to a new password. An account that is used in other organisations too is in nobody's hands but its owner's:
 * its link goes to the owner's mailbox and is not shown.
 * @throws AppError NOT_FOUND, NOT_ALLOWED `shared_account`, CONFLICT `not_active`, TOO_MANY
 */
export async function resetPassword(deps: Ports, doer: Doer, id: UserId): Promise<HandedLink> {
  await limitLinks(deps, `${doer.org} ${id}`);
  const now = deps.now();
  const made = await withOrg(deps.db, doer, async (tx) => {
    const person = activeOnly(await lockPerson(tx, id));
    const isShared = (await asLookup(tx, (lookup) => countMemberships(lookup, id))) > 1;
    if (isShared && !deps.mail.isOn) refuse('NOT_ALLOWED', { reason: 'shared_account' });
    await revokeInvitations(tx, { kind: 'reset', user: id }, now);
    const link = await makeLink(tx, doer, { ...linkTo(person), kind: 'reset', mailed: isShared, now });
    await record(tx, doer, { action: 'person.reset', subject: { kind: 'person', id }, details: { name: person.name } });
    return link;
  });
  return handOver(deps, made);
}

/**
 * Gives a person a link that moves their account to another e-mail once they confirm it. Whether that e-mail is known elsewhere is not told.
 * @throws AppError NOT_FOUND, NOT_ALLOWED `shared_account`, CONFLICT `changed`, `not_active`, `member`, TOO_MANY
 */
export async function changeEmailOf(
  deps: Ports,
  doer: Doer,
  { id, email, revision }: { id: UserId; email: string; revision: number },
): Promise<HandedLink> {
  await limitLinks(deps, `${doer.org} ${id}`);
  const now = deps.now();
  const made = await withOrg(deps.db, doer, async (tx) => {
    const person = activeOnly(await lockPerson(tx, id));
    if (person.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: person.revision, fields: ['email'] });
    if ((await asLookup(tx, (lookup) => countMemberships(lookup, id))) > 1) refuse('NOT_ALLOWED', { reason: 'shared_account' });
    const member = await findMemberByEmail(tx, email);
    if (member !== undefined) refuse('CONFLICT', { reason: 'member', status: member.status, name: member.name });
    await revokeInvitations(tx, { kind: 'email', user: id }, now);
    const link = await makeLink(tx, doer, { ...linkTo(person), kind: 'email', email, mailed: false, now });
    await record(tx, doer, { action: 'person.email', subject: { kind: 'person', id }, details: { name: person.name, email } });
    return link;
  });
  return handOver(deps, made);
}

function activeOnly(person: Person | undefined): Person {
  if (person === undefined) return refuse('NOT_FOUND');
  return person.status === 'active' ? person : refuse('CONFLICT', { reason: 'not_active', status: person.status });
}

const linkTo = ({ id, email, name, language }: Person) => ({ user: id, email, name, language, role: null });
