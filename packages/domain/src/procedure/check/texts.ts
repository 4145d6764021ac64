import { type Language, localizedSchema } from '../../text.ts';
import { NOTES } from '../notes.ts';
import type { Finding } from './finding.ts';
import type { Path } from './problem.ts';

type TextFinding = Pick<Finding, 'code' | 'severity' | 'path' | 'found'>;

/** Without these nobody can tell what is asked: blank in one language is as bad as blank in all. */
const NAMES: ReadonlySet<string | number> = new Set(['title', 'label']);

/** Texts for people that are blank where somebody will read them. One that is blank in every language says nothing, on purpose; a name may not. */
export function checkTexts(value: unknown, languages: readonly Language[], path: Path = []): TextFinding[] {
  if (Array.isArray(value)) return value.flatMap((member, n) => checkTexts(member, languages, [...path, n]));
  if (typeof value !== 'object' || value === null) return [];
  const text = localizedSchema.safeParse(value);
  if (!text.success) return partsOf(value, path).flatMap(([key, member]) => checkTexts(member, languages, [...path, key]));
  const blank = languages.filter((language) => text.data[language].trim() === '');
  if (blank.length === 0) return [];
  const isName = NAMES.has(path.at(-1) ?? '');
  if (blank.length === languages.length) return isName ? [{ code: 'missing', severity: 'error', path, found: '' }] : [];
  return blank.map((language) => ({
    code: 'missing_translation',
    severity: isName ? 'error' : 'warning',
    path: [...path, language],
    found: language,
  }));
}

/** Of what lies in `extra`, only what we show is read by anybody. */
const partsOf = (value: object, path: Path): [string, unknown][] =>
  Object.entries(value).filter(([key]) => path.at(-1) !== 'extra' || NOTES.has(key));
