import {
  findPerson,
  listCertifications,
  listCertificationsOf,
  listDevices,
  listPeople,
  listSessions,
  type OpenSession,
  type OrgTx,
  type PeopleFilter,
  type Person,
  readLastContacts,
  readOrg,
} from '@heliograph/db';
import { type PersonCertification, refuse, type UserId, userIdSchema } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { type Page, pageOf, positionIn } from '../trpc/paging.ts';

/** A person as lists and pages show them. Instants in ms. */
export interface PersonItem extends Person {
  readonly certifications: readonly PersonCertification[];
  /** When the server last heard of them, by any session or phone. */
  readonly lastContactAt: number | null;
}

export interface PersonPage {
  readonly person: PersonItem;
  /** Where they are signed in, last heard of first. Those with `revokedAt` only deliver. */
  readonly sessions: readonly OpenSession[];
  /** Their outboxes. */
  readonly devices: readonly {
    /** A name that leads nowhere: the id stays with the server and the phone. */
    readonly handle: string;
    readonly build: string;
    readonly seenAt: number;
    readonly delivered: number;
  }[];
}

type Ports = Pick<Deps, 'db' | 'now' | 'keys'>;
export type ListPeople = PeopleFilter & { readonly cursor?: string | undefined; readonly limit: number };

const position = z.tuple([z.string(), userIdSchema]);

/** People of the organisation, by name. */
export const peopleOf = ({ db }: Ports, actor: Actor, { cursor, limit, ...filter }: ListPeople): Promise<Page<PersonItem>> =>
  readOrg(db, actor, async (tx) => {
    const [name, id] = positionIn(cursor, position) ?? [];
    const after = name === undefined || id === undefined ? undefined : { name, id };
    const { items, nextCursor } = pageOf(await listPeople(tx, { ...filter, after, limit: limit + 1 }), limit, (row) => [row.name, row.id]);
    return { items: await described(tx, items), nextCursor };
  });

async function described(tx: OrgTx, people: readonly Person[]): Promise<PersonItem[]> {
  const ids = people.map(({ id }) => id);
  const certifications = await listCertificationsOf(tx, ids);
  const contacts = await readLastContacts(tx, ids);
  return people.map((person) => ({
    ...person,
    certifications: certifications.get(person.id) ?? [],
    lastContactAt: contacts.get(person.id) ?? null,
  }));
}

/** One person of the organisation as the list shows them. @throws AppError NOT_FOUND */
export async function personItem(tx: OrgTx, id: UserId): Promise<PersonItem> {
  const person = (await findPerson(tx, id)) ?? refuse('NOT_FOUND');
  const contacts = await readLastContacts(tx, [id]);
  return { ...person, certifications: await listCertifications(tx, id), lastContactAt: contacts.get(id) ?? null };
}

/** One person with their sessions and phones. */
export const openPerson = ({ db, now, keys }: Ports, actor: Actor, id: UserId): Promise<PersonPage> =>
  readOrg(db, actor, async (tx) => ({
    person: await personItem(tx, id),
    sessions: await listSessions(tx, id, now()),
    devices: (await listDevices(tx))
      .filter(({ user }) => user === id)
      .map(({ build, seenAt, delivered, device }) => ({ build, seenAt, delivered, handle: keys.handle(`${actor.org} ${device}`) })),
  }));
