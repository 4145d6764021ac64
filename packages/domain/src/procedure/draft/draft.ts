import * as z from 'zod/mini';
import { type DefinitionOf, type StepKind, stepKinds } from '../../step-kinds/index.ts';
import { codeSchema, stepIdSchema } from '../codes.ts';
import { type PublishedContent, procedureContentSchema } from '../content.ts';
import { extraSchema, type FieldsOf, type StepBase, stepBaseSchema } from '../step-base.ts';
import { type Loose, loosen, loosenShape } from './loosen.ts';

type Extra = z.infer<typeof extraSchema>;
type Shared = Pick<StepBase, 'id' | 'title' | 'instructions' | 'required' | 'holdPoint'> &
  Loose<Pick<StepBase, 'showIf' | 'repeat' | 'onFail'>> & { extra?: Extra | undefined };

/** A step being written: its id, kind and texts are there (blank perhaps), everything else may be missing. */
export type DraftStepOf<K extends StepKind> = Shared & { kind: K } & Loose<FieldsOf<DefinitionOf<K>>>;
export type DraftStep = { [K in StepKind]: DraftStepOf<K> }[StepKind];

const { slug: _slug, title, description, extra: _extra, steps: _steps, ...rest } = procedureContentSchema.shape;
type Rest = Omit<PublishedContent, 'slug' | 'title' | 'description' | 'extra' | 'steps'>;

/** A procedure being written. Stored as it is; only `contentOf` says whether it is a procedure yet. */
export interface ProcedureDraft extends Loose<Rest> {
  slug: string;
  title: PublishedContent['title'];
  description: PublishedContent['description'];
  extra?: Extra | undefined;
  steps: DraftStep[];
}

const words = loosen(title);
const stepSchemas = Object.values(stepKinds).map(({ kind, definition }) =>
  z.strictObject({
    ...loosenShape({ ...stepBaseSchema.shape, ...definition.shape }),
    id: stepIdSchema,
    kind: z.literal(kind),
    title: words,
    instructions: words,
    required: z.boolean(),
    holdPoint: z.boolean(),
    extra: z.optional(extraSchema),
  }),
);

// As for `stepSchema`: the list is made from a table that TypeScript cannot follow, the type above from the same table.
export const draftStepSchema = z.discriminatedUnion('kind', stepSchemas as [(typeof stepSchemas)[number]]) as unknown as z.ZodMiniType<DraftStep>;

/** More steps than any procedure needs, few enough for every screen and exchange. */
export const MOST_STEPS = 1000;

export const procedureDraftSchema = z
  .strictObject({
    ...loosenShape(rest),
    slug: codeSchema,
    title: words,
    description: words,
    extra: z.optional(extraSchema),
    steps: z.array(draftStepSchema).check(z.maxLength(MOST_STEPS)),
  })
  .check(
    z.refine(({ steps }) => new Set(steps.map(({ id }) => id)).size === steps.length, 'two steps of one id'),
  ) as unknown as z.ZodMiniType<ProcedureDraft>;
