import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@heliograph/domain';
import type * as z from 'zod/mini';

/** A new id of a kind, for what no browser has named. */
export const newId = <Schema extends z.ZodMiniType<string>>(schema: Schema, now: number): z.infer<Schema> =>
  schema.parse(uuidv7(now, randomBytes(10)));
