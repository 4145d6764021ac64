import {
  type OrganisationSettings,
  organisationNameSchema,
  organisationSettingsSchema,
  speaksItsLanguage,
  timeZoneSchema,
} from '@heliograph/domain/organisation';

/** What an admin may change, as the form holds it. */
export interface SettingsDraft extends Readonly<OrganisationSettings> {
  /** A picture as a data address; null: none. */
  readonly logo: string | null;
}

export const FIELDS = [
  'name',
  'logo',
  'languages',
  'language',
  'timeZone',
  'placePolicy',
  'photoSide',
  'photosWifiOnly',
  'secondApproval',
  'unsentAlarmHours',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** In which order languages stand says nothing. */
const plain = (draft: SettingsDraft, field: FieldName): string => {
  const value = draft[field];
  return Array.isArray(value) ? value.toSorted().join() : String(value).trim();
};

export const changedFields = (before: SettingsDraft, after: SettingsDraft): FieldName[] =>
  FIELDS.filter((field) => plain(before, field) !== plain(after, field));

/** Only what was changed goes to the server: what a colleague changed beside it stays theirs. */
export function wishOf(before: SettingsDraft, after: SettingsDraft): Partial<SettingsDraft> {
  return Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
}

export type SettingsProblem = 'nameMissing' | 'languagesMissing' | 'languageOdd' | 'timeZoneOdd' | 'photoSideOdd';

/** What the server would refuse, by field. */
export function problemsOf(draft: SettingsDraft): Partial<Record<FieldName, SettingsProblem>> {
  return {
    ...(organisationNameSchema.safeParse(draft.name).success ? {} : { name: 'nameMissing' }),
    ...(draft.languages.length === 0 ? { languages: 'languagesMissing' } : {}),
    ...(draft.languages.length > 0 && !speaksItsLanguage(draft) ? { language: 'languageOdd' } : {}),
    ...(timeZoneSchema.safeParse(draft.timeZone).success ? {} : { timeZone: 'timeZoneOdd' }),
    ...(organisationSettingsSchema.shape.photoSide.safeParse(draft.photoSide).success ? {} : { photoSide: 'photoSideOdd' }),
  };
}

/** Hours after which unsent work alarms the office; a time set otherwise keeps its place beside them. */
export const ALARM_HOURS = [8, 24, 72, 168] as const;

/** Three sizes that make sense in the field; a size set otherwise keeps its place beside them. */
export const PHOTO_SIDES = { small: 1280, normal: 2048, large: 3072 } as const;
