import { createHash } from 'node:crypto';

/** The same uuid for the same name on every installation: links into the demonstration stay good. */
export function namedId(name: string): string {
  const hex = createHash('sha256').update(`heliograph demonstration ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** A number between 0 and 1, the same for the same name. */
export const chance = (name: string): number => Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) / 2 ** 32;
