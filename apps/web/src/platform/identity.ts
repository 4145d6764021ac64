import { organisationIdSchema, userIdSchema } from '@heliograph/domain';
import { roleSchema } from '@heliograph/domain/permission';
import * as z from 'zod/mini';

/**
 * Who is at work on this device. No secret: the session is a cookie that no script can read. With it the app opens offline and records;
 * without a session on the server it cannot send, nothing else.
 */
export const identitySchema = z.object({
  org: z.object({ id: organisationIdSchema, name: z.string(), slug: z.string(), timeZone: z.string() }),
  user: z.object({ id: userIdSchema, name: z.string(), email: z.string(), language: z.string() }),
  role: roleSchema,
  permissions: z.array(z.string()),
  organisations: z.array(z.object({ id: organisationIdSchema, name: z.string(), slug: z.string() })),
  /** Last valid day, `YYYY-MM-DD`; null when it does not expire. */
  certifications: z._default(z.array(z.object({ code: z.string(), expires: z.nullable(z.string()) })), []),
});
export type Identity = z.infer<typeof identitySchema>;

/** Of somebody who worked on this device: a name, to say whose unsent work lies here. */
const knownPersonSchema = z.object({ org: organisationIdSchema, orgName: z.string(), user: userIdSchema, name: z.string() });
export type KnownPerson = z.infer<typeof knownPersonSchema>;

export const IDENTITY = 'heliograph.identity';
const PEOPLE = 'heliograph.people';

export const readIdentity = (): Identity | null => readStored(IDENTITY, identitySchema);

export function writeIdentity(identity: Identity | null): void {
  if (identity === null) return localStorage.removeItem(IDENTITY);
  localStorage.setItem(IDENTITY, JSON.stringify(identity));
  const { org, user } = identity;
  const others = knownPeople().filter((person) => person.org !== org.id || person.user !== user.id);
  localStorage.setItem(PEOPLE, JSON.stringify([{ org: org.id, orgName: org.name, user: user.id, name: user.name }, ...others].slice(0, 20)));
}

/** Everybody who signed in on this device, the last one first. */
export const knownPeople = (): readonly KnownPerson[] => readStored(PEOPLE, z.array(knownPersonSchema)) ?? [];

function readStored<S extends z.ZodMiniType>(key: string, schema: S): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return null;
  }
}
