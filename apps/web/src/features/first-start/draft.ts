import { organisationNameSchema, timeZoneSchema } from '@heliograph/domain/organisation';
import { emailSchema, passwordProblem, personNameSchema } from '@heliograph/domain/person';
import type { Language } from '../../platform/preferences.ts';

/** What is typed on the page of the first start. */
export interface Draft {
  readonly code: string;
  readonly organisationName: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly adminName: string;
  readonly email: string;
  readonly password: string;
  readonly siteName: string;
  /** Null until typed: then it follows the name. */
  readonly siteCode: string | null;
  readonly address: string;
  readonly library: boolean;
}

export const FIELDS = ['code', 'organisationName', 'timeZone', 'adminName', 'email', 'password', 'siteName', 'siteCode', 'address'] as const;
export type FieldName = (typeof FIELDS)[number];

/** Words for what is wrong with a field; the form has a sentence for each. */
export type Problem =
  | 'codeMissing'
  | 'codeWrong'
  | 'organisationNameMissing'
  | 'timeZoneOdd'
  | 'adminNameMissing'
  | 'emailOdd'
  | 'siteNameMissing'
  | 'siteCodeMissing'
  | 'addressLong'
  | 'password_short'
  | 'password_long'
  | 'password_common';
export type Problems = Partial<Record<FieldName, Problem>>;

/** The marks of sites in use are three letters: those of the name's longest word. */
export function suggestedCode(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/);
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  return longest.slice(0, 3).toUpperCase();
}

export const siteCodeOf = ({ siteCode, siteName }: Draft): string => siteCode ?? suggestedCode(siteName);

/** Names that a guesser would try for the first password. */
export const guessable = ({ organisationName, siteName, adminName, email }: Draft): string[] => [organisationName, siteName, adminName, email];

const ADDRESS_MAX = 500;

/** What the server would refuse, known before it is asked. */
export function problemsOf(draft: Draft): Problems {
  const password = passwordProblem(draft.password, guessable(draft));
  return {
    ...(draft.code.trim() === '' ? { code: 'codeMissing' } : {}),
    ...(organisationNameSchema.safeParse(draft.organisationName).success ? {} : { organisationName: 'organisationNameMissing' }),
    ...(timeZoneSchema.safeParse(draft.timeZone).success ? {} : { timeZone: 'timeZoneOdd' }),
    ...(personNameSchema.safeParse(draft.adminName).success ? {} : { adminName: 'adminNameMissing' }),
    ...(emailSchema.safeParse(draft.email).success ? {} : { email: 'emailOdd' }),
    ...(password === null ? {} : { password }),
    ...(draft.siteName.trim() === '' ? { siteName: 'siteNameMissing' } : {}),
    ...(siteCodeOf(draft).trim() === '' ? { siteCode: 'siteCodeMissing' } : {}),
    ...(draft.address.length > ADDRESS_MAX ? { address: 'addressLong' } : {}),
  };
}

/** The fields that the server names, as the form calls them. */
const PATHS: Readonly<Record<string, Problems>> = {
  code: { code: 'codeWrong' },
  'organisation.name': { organisationName: 'organisationNameMissing' },
  'organisation.timeZone': { timeZone: 'timeZoneOdd' },
  'admin.name': { adminName: 'adminNameMissing' },
  'admin.email': { email: 'emailOdd' },
  'site.name': { siteName: 'siteNameMissing' },
  'site.code': { siteCode: 'siteCodeMissing' },
  'site.address': { address: 'addressLong' },
};

export const problemsAt = (paths: readonly string[]): Problems => Object.assign({}, ...paths.map((path) => PATHS[path] ?? {}));

/** As the server takes it. */
export const setupOf = (draft: Draft) => ({
  code: draft.code,
  organisation: { name: draft.organisationName, language: draft.language, timeZone: draft.timeZone },
  admin: { name: draft.adminName, email: draft.email, password: draft.password },
  site: { name: draft.siteName, code: siteCodeOf(draft), ...(draft.address.trim() === '' ? {} : { address: draft.address.trim() }) },
  library: draft.library,
});
