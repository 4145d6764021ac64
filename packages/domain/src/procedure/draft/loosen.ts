import * as z from 'zod/mini';
import { localizedSchema } from '../../text.ts';

/** What a half-written thing may be: any field may be missing, and a number may still be the text somebody is typing. */
export type Loose<T> = T extends string
  ? T extends z.core.$brand
    ? string
    : T
  : T extends readonly (infer Member)[]
    ? Loose<Member>[]
    : T extends { fr: string; en: string }
      ? T
      : T extends object
        ? { [Key in keyof T]?: Loose<T[Key]> | undefined }
        : T;

/** Long enough for any instruction, short enough to be stored. */
const LONGEST_TEXT = 20_000;

const draftText = z.string().check(
  z.maxLength(LONGEST_TEXT),
  z.refine((text) => text.isWellFormed() && !text.includes('\u0000')),
);
const draftWords = z.strictObject({ fr: draftText, en: draftText });

/**
 * A schema for work in progress, made from the schema of the finished thing: what a version may say a draft may say,
 * and it may leave anything out. Made, not written: a new kind of step has its draft without another line.
 */
export function loosen(schema: z.core.$ZodType): z.ZodMiniType {
  if (schema === localizedSchema) return draftWords;
  // Zod's own list of the definitions a schema can have; its public types do not narrow by `type`.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return draftText;
    case 'number':
      return z.number();
    case 'optional':
      return z.optional(loosen(def.innerType));
    case 'array':
      return z.array(loosen(def.element));
    case 'record':
      return z.record(draftText, loosen(def.valueType));
    case 'object':
      return z.strictObject(loosenShape(def.shape));
    case 'union':
      return z.union(def.options.map(loosen));
    default:
      return schema as z.ZodMiniType;
  }
}

/** Every field of a shape loosened, and optional. */
export const loosenShape = (shape: Readonly<Record<string, z.core.$ZodType>>): Record<string, z.ZodMiniType> =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, z.optional(loosen(field))]));
