import * as z from 'zod/mini';

export const languageSchema = z.enum(['fr', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** No NUL and no lone surrogate (JavaScript makes one by cutting an emoji in two): PostgreSQL holds neither. */
const canBeStored = z.refine<string>((text) => text.isWellFormed() && !text.includes('\u0000'), 'holds a character that cannot be stored');

/** A text for people, in every language of the product. */
export const localizedSchema = z.strictObject({ fr: z.string().check(canBeStored), en: z.string().check(canBeStored) });
export type Localized = z.infer<typeof localizedSchema>;

/**
 * Text that PostgreSQL can hold.
 * @param max longest length in UTF-16 units
 */
export const plainText = (max: number) => z.string().check(z.maxLength(max, `at most ${max} characters`), canBeStored);

/** What a person typed, made storable: lone surrogates replaced, NUL removed. For text fields, before an operation is built. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '');

/** Whether every string inside a JSON value can be stored (see `plainText`). `JSON.stringify` would hide a lone surrogate by escaping it. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null) return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
  return typeof value !== 'number' || Number.isFinite(value);
}

/** Length of a text in UTF-8 bytes, without any platform's encoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
