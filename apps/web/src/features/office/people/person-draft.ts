import type { Role } from '@heliograph/domain/permission';
import { type PersonCertification, personCertificationsSchema, personNameSchema } from '@heliograph/domain/person';
import type { Language } from '../../../platform/preferences.ts';

/** What may be changed of a person, as the form holds it. */
export interface PersonDraft {
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly certifications: readonly PersonCertification[];
}

export const FIELDS = ['name', 'role', 'language', 'certifications'] as const;
export type FieldName = (typeof FIELDS)[number];

/** In which order certifications stand says nothing. */
const plain = (draft: PersonDraft, field: FieldName): string =>
  field === 'certifications'
    ? draft.certifications
        .map(({ code, expires }) => `${code} ${expires ?? ''}`)
        .toSorted()
        .join('\n')
    : draft[field].trim();

export const changedFields = (before: PersonDraft, after: PersonDraft): FieldName[] =>
  FIELDS.filter((field) => plain(before, field) !== plain(after, field));

/** Only what differs from what was on screen goes to the server: what a colleague changed beside it stays theirs. */
export function wishOf(
  before: PersonDraft,
  after: PersonDraft,
): Partial<Pick<PersonDraft, 'name' | 'role' | 'language'>> & { certifications?: PersonCertification[] } {
  const changed = changedFields(before, after);
  return {
    ...(changed.includes('name') ? { name: after.name.trim() } : {}),
    ...(changed.includes('role') ? { role: after.role } : {}),
    ...(changed.includes('language') ? { language: after.language } : {}),
    ...(changed.includes('certifications') ? { certifications: [...after.certifications] } : {}),
  };
}

export type PersonProblem = 'nameMissing' | 'codeMissing';

export const problemsOf = ({ name, certifications }: PersonDraft): PersonProblem[] => [
  ...(personNameSchema.safeParse(name).success ? [] : ['nameMissing' as const]),
  ...(personCertificationsSchema.safeParse(certifications).success ? [] : ['codeMissing' as const]),
];
