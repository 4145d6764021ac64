import * as z from 'zod/mini';

/** A canonical decimal: `-12.4`, `0`, `1234.50`; no exponent, no leading zeros, no `-0`. Travels and is stored as this text (never as a float). */
export const decimalSchema = z
  .string()
  .check(z.maxLength(40, 'too many digits'), z.regex(/^(?!-0(\.0*)?$)-?(0|[1-9]\d*)(\.\d+)?$/, 'not a canonical decimal'))
  .brand<'Decimal'>();
export type Decimal = z.infer<typeof decimalSchema>;
