/**
 * Columns of a multi-row statement as PostgreSQL array literals. The drivers escape arrays element by element with two regular expressions
 * each, which for a thousand operations of fifteen columns costs more than the rest of the statement.
 */

/** Of uuids, numbers, booleans or our own code words: nothing in them needs quotes, and none of them is the word NULL. */
export const plainArray = (values: readonly (string | number | boolean | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`;

/** Of any text. */
export const textArray = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;

/** One JSON array of texts that are JSON already; null stands for no value. For `jsonb_array_elements`, beside the others in ROWS FROM. */
export const jsonArray = (texts: readonly (string | null)[]): string => `[${texts.map((text) => text ?? 'null').join(',')}]`;
