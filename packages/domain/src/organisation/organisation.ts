import * as z from 'zod/mini';
import { languageSchema, plainText } from '../text.ts';

/** Whether this is a time zone that the platform knows, such as `Europe/Paris`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets such as `+02:00` are taken too, and know no summer.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

export const timeZoneSchema = plainText(64).check(z.refine(isTimeZone, 'a time zone such as Europe/Paris'));

/** What may be kept of the place where an answer was made: nothing, its distance to the site, or the position. */
export const placePolicySchema = z.enum(['off', 'distance', 'exact']);

/** Longest side of photos as a phone stores them, px: below it defects cannot be told, above it phones run out of memory. */
export const PHOTO_SIDE = { min: 1024, max: 4096 } as const;

/** How long work may wait on a phone before the office is alarmed, hours. */
export const UNSENT_ALARM = { min: 1, max: 720 } as const;

export const organisationNameSchema = plainText(120).check(z.trim(), z.minLength(1, 'a name'));

const languages = z.array(languageSchema).check(
  z.minLength(1),
  z.refine((all) => new Set(all).size === all.length, 'each language once'),
);

/** Settings of an organisation that its admins change. */
export const organisationSettingsSchema = z.object({
  name: organisationNameSchema,
  /** In which invitations, mails and reports are written unless the reader has chosen. */
  language: languageSchema,
  /** Those that people may choose and that procedures must be written in. */
  languages,
  timeZone: timeZoneSchema,
  placePolicy: placePolicySchema,
  photoSide: z.int().check(z.minimum(PHOTO_SIDE.min), z.maximum(PHOTO_SIDE.max)),
  photosWifiOnly: z.boolean(),
  /** Whether a second person agrees before a version of a procedure is published. */
  secondApproval: z.boolean(),
  unsentAlarmHours: z.int().check(z.minimum(UNSENT_ALARM.min), z.maximum(UNSENT_ALARM.max)),
});
export type OrganisationSettings = z.infer<typeof organisationSettingsSchema>;

/** Whether the organisation's own language is one of those it offers. */
export const speaksItsLanguage = ({ language, languages: offered }: Pick<OrganisationSettings, 'language' | 'languages'>): boolean =>
  offered.includes(language);

/** A name for addresses: small letters, digits, dashes. Never empty. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  return plain === '' ? 'organisation' : plain;
}

const LOGO_CHARACTERS = 240_000;

/** A logo as it is handed in: a picture as a data address. The server decodes it and keeps its own copy. */
export const logoSchema = z
  .string()
  .check(z.maxLength(LOGO_CHARACTERS), z.regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, 'a PNG, JPEG or WebP picture'));
