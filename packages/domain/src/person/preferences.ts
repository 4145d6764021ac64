import * as z from 'zod/mini';
import { languageSchema, plainText } from '../text.ts';

/** How a person likes to read; kept by the server, so that it follows them to every device. */
export const preferencesSchema = z.object({
  language: languageSchema,
  theme: z.enum(['auto', 'clair', 'sombre', 'soleil']),
  /** Per cent. */
  textSize: z.union([z.literal(100), z.literal(115), z.literal(130), z.literal(150), z.literal(175), z.literal(200)]),
  /** Procedures kept at hand, by slug, the last first. */
  favourites: z.array(plainText(80)).check(z.maxLength(300)),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What is changed; the rest stays. */
export const preferenceChangeSchema = z.partial(preferencesSchema);
export type PreferenceChange = z.infer<typeof preferenceChangeSchema>;

const DEFAULTS = { theme: 'auto', textSize: 100 } as const satisfies Partial<Preferences>;
const NONE: string[] = [];

/** Preferences from what is stored; what an older or newer version wrote and this one does not know falls back to the default. */
export function readPreferences(stored: unknown, language: Preferences['language']): Preferences {
  const { theme, textSize, favourites } = preferencesSchema.shape;
  const held = z
    .looseObject({ theme: z.catch(theme, DEFAULTS.theme), textSize: z.catch(textSize, DEFAULTS.textSize), favourites: z.catch(favourites, NONE) })
    .safeParse(stored);
  return {
    language,
    theme: held.data?.theme ?? DEFAULTS.theme,
    textSize: held.data?.textSize ?? DEFAULTS.textSize,
    favourites: held.data?.favourites ?? [],
  };
}
