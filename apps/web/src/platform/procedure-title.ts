import type { Language } from './preferences.ts';

/** What a stored version is called, without reading its steps: a list of work must not cost the whole of the step kinds. Null where it cannot be read. */
export function titleFrom(raw: unknown): Readonly<Record<Language, string>> | null {
  const title = typeof raw === 'object' && raw !== null && 'title' in raw ? raw.title : null;
  if (typeof title !== 'object' || title === null || !('fr' in title) || !('en' in title)) return null;
  return typeof title.fr === 'string' && typeof title.en === 'string' ? { fr: title.fr, en: title.en } : null;
}
