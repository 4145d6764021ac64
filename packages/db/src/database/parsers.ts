/** PostgreSQL's type numbers (pg_type.oid) of the values that the two drivers read differently, or wrongly. */
const OID = { int8: 20, date: 1082, bytea: 17 } as const;

/**
 * Made the same for both drivers. Our int8 are counters, sizes and milliseconds, all within 2^53. A `date` is a day of the calendar:
 * as a `Date` it would shift with the server's time zone.
 */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: Number,
  [OID.date]: (text) => text,
  [OID.bytea]: (text) => Buffer.from(text.slice(2), 'hex'),
};
