import {
  asLookup,
  changeAccount,
  changePerson,
  countMemberships,
  listCertifications,
  lockAdmins,
  lockPerson,
  type OrgTx,
  type Person,
  revokeInvitations,
  revokeSessions,
  saveCertifications,
  withOrg,
} from '@heliograph/db';
import {
  type ActionName,
  type Language,
  type PersonCertification,
  type PersonStatus,
  type Role,
  refuse,
  refusedChange,
  type UserId,
} from '@heliograph/domain';
import { record } from '../activity/record.ts';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type PersonItem, personItem } from './person.service.ts';

type Ports = Pick<Deps, 'db' | 'now'>;

export interface UpdatePerson {
  readonly id: UserId;
  /** The one that was on the editor's screen. */
  readonly revision: number;
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly language?: Language | undefined;
  readonly certifications?: readonly PersonCertification[] | undefined;
}

/**
 * Changes what is given of a person, all of it or nothing.
 * @throws AppError CONFLICT `changed` where somebody else was faster, NOT_ALLOWED `last_admin`, `shared_account`
 */
export const updatePerson = ({ db, now }: Ports, doer: Doer, { id, revision, ...wish }: UpdatePerson): Promise<PersonItem> =>
  withOrg(db, doer, async (tx) => {
    const admins = wish.role === undefined ? [] : await lockAdmins(tx);
    const before = (await lockPerson(tx, id)) ?? refuse('NOT_FOUND');
    const held = await listCertifications(tx, id);
    const changes = differences({ ...before, certifications: held }, wish);
    if (before.revision !== revision) refuse('CONFLICT', { reason: 'changed', revision: before.revision, fields: Object.keys(changes) });
    if (Object.keys(changes).length === 0) return personItem(tx, id);
    const refused = refusedChange({ by: doer.user, before: standing(before), after: { ...before, role: wish.role ?? before.role }, admins });
    if (wish.role !== undefined && refused !== null) refuse('NOT_ALLOWED', { reason: refused });
    if (changes['language'] !== undefined) await speak(tx, id, { language: wish.language ?? before.language, now: now() });
    if (wish.certifications !== undefined) await saveCertifications(tx, id, wish.certifications);
    // What a role opened on a screen must not stay there: the person signs in anew, and delivers meanwhile.
    if (changes['role'] !== undefined) await revokeSessions(tx, { user: id }, now());
    await changePerson(tx, id, { name: wish.name, role: changes['role'] === undefined ? undefined : wish.role, now: now() });
    await record(tx, doer, { action: 'person.update', subject: { kind: 'person', id }, details: { name: wish.name ?? before.name, changes } });
    return personItem(tx, id);
  });

const standing = ({ id, role, status }: Person) => ({ user: id, role, status });

/** What differs, as `field: [before, after]`. */
function differences(before: Readonly<Record<string, unknown>>, wish: object): Record<string, readonly [unknown, unknown]> {
  const given = Object.entries(wish).filter(([field, value]) => value !== undefined && !isSame(before[field], value));
  return Object.fromEntries(given.map(([field, value]) => [field, [before[field], value] as const]));
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map((one) => JSON.stringify(one)).toSorted() : value);

/** A language is the account's, and an account of several organisations is nobody's but the person's own. */
async function speak(tx: OrgTx, id: UserId, { language, now }: { language: Language; now: number }): Promise<void> {
  await asLookup(tx, async (lookup) => {
    if ((await countMemberships(lookup, id)) > 1) refuse('NOT_ALLOWED', { reason: 'shared_account' });
    await changeAccount(lookup, id, { language, now });
  });
}

const ACTIONS: Readonly<Record<PersonStatus, ActionName>> = {
  active: 'person.resume',
  suspended: 'person.suspend',
  inactive: 'person.deactivate',
};

/**
 * Suspends a person (their phones deliver what was recorded before, then are closed), takes them off for good, or lets them back in.
 * Asking twice changes nothing. @throws AppError NOT_ALLOWED `last_admin`, `yourself`
 */
export const changeStatusOf = ({ db, now }: Ports, doer: Doer, { id, status }: { id: UserId; status: PersonStatus }): Promise<PersonItem> =>
  withOrg(db, doer, async (tx) => {
    const admins = await lockAdmins(tx);
    const before = (await lockPerson(tx, id)) ?? refuse('NOT_FOUND');
    if (before.status === status) return personItem(tx, id);
    const refused = refusedChange({ by: doer.user, before: standing(before), after: { role: before.role, status }, admins });
    if (refused !== null) refuse('NOT_ALLOWED', { reason: refused });
    await changePerson(tx, id, { status, now: now() });
    if (status === 'inactive') await revokeSessions(tx, { user: id }, now());
    if (status !== 'active') for (const kind of ['reset', 'email'] as const) await revokeInvitations(tx, { kind, user: id }, now());
    await record(tx, doer, { action: ACTIONS[status], subject: { kind: 'person', id }, details: { name: before.name, before: before.status } });
    return personItem(tx, id);
  });

/** Ends one session of a person, or all; what was recorded there before is still delivered. @throws AppError NOT_FOUND */
export const endSessionsOf = (
  { db, now }: Ports,
  doer: Doer,
  { id, handle }: { id: UserId; handle?: string | undefined },
): Promise<{ ended: number }> =>
  withOrg(db, doer, async (tx) => {
    const person = (await lockPerson(tx, id)) ?? refuse('NOT_FOUND');
    const ended = await revokeSessions(tx, { user: id, handle }, now());
    if (ended === 0 && handle !== undefined) refuse('NOT_FOUND');
    if (ended > 0)
      await record(tx, doer, {
        action: 'person.end_sessions',
        subject: { kind: 'person', id },
        details: { name: person.name, ended, handle: handle ?? null },
      });
    return { ended };
  });
