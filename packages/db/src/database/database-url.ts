import { refuse } from '@heliograph/domain';

const SHAPE = /^(postgres(?:ql)?):\/\/(?:(?<person>.*)@)?(?<rest>[^@]*)$/s;

/**
 * Makes an address safe to parse. Passwords are pasted as they are, with `@`, `#`, `/`, `?` or `%` in them: everything up to the last `@` is the
 * person, and what is no valid escape is taken to the letter.
 * @throws AppError INVALID, without the password
 */
export function readDatabaseUrl(text: string): string {
  const found = SHAPE.exec(text.trim());
  if (found?.groups === undefined) refuse('INVALID', {}, 'DATABASE_URL must look like postgresql://user:password@host:5432/database');
  const { person, rest } = found.groups;
  if (person === undefined) return `postgresql://${rest}`;
  const at = person.indexOf(':');
  const [user, password] = at < 0 ? [person, null] : [person.slice(0, at), person.slice(at + 1)];
  return `postgresql://${escaped(user)}${password === null ? '' : `:${escaped(password)}`}@${rest}`;
}

function escaped(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return encodeURIComponent(part);
  }
}
