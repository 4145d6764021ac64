import type { Language } from '@heliograph/domain';

const form = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const FORMS: Readonly<Record<Language, Intl.DateTimeFormat>> = { fr: form('fr-FR'), en: form('en-GB') };

/** A day as a source says it, to people and to models: `30 octobre 2026`. UTC, for a source is the same for everybody. */
export const dayText = (at: number, language: Language): string => FORMS[language].format(at);
