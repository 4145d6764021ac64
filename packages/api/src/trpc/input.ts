import * as z from 'zod/mini';

/** An input that may be left out, or be null: then every field takes its default. */
export const optional = <Schema extends z.ZodMiniType<unknown, object>>(schema: Schema) =>
  z.pipe(
    z.transform((input: z.input<Schema> | null | undefined) => input ?? {}),
    schema,
  );

/** ms since 1970, within what a date can be. */
export const instant = z.optional(z.int().check(z.minimum(0), z.maximum(8.64e15)));
