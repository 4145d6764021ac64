import * as z from 'zod/mini';
import { decimalSchema } from '../decimal.ts';
import { type DefinitionOf, isStepKind, type StepKind, stepKinds } from '../step-kinds/index.ts';
import { localizedSchema, plainText } from '../text.ts';
import { codeSchema } from './codes.ts';
import { extraSchema, type StepBase, type StepOf, stepBaseSchema } from './step-base.ts';

/** A step of a kind this build knows; `step.kind === 'measurement'` narrows it. */
export type KnownStep = { [K in StepKind]: StepOf<K, DefinitionOf<K>> }[StepKind];

/** Each kind's definition joined to what all steps share. Unknown fields are refused: they could change what the step means. */
const schemasOfKinds = Object.values(stepKinds).map(({ kind, definition }) =>
  z.strictObject({ ...stepBaseSchema.shape, kind: z.literal(kind), ...definition.shape }),
);

// TypeScript cannot follow a list made from a table; the types above are made from the same table.
export const stepSchema = z.discriminatedUnion('kind', schemasOfKinds as [(typeof schemasOfKinds)[number]]) as unknown as z.ZodMiniType<KnownStep>;

/** A step published by a newer app. It is shown as "update to fill in this step", stays required, and is never evaluated here. */
export interface NewerStep extends Pick<StepBase, 'id' | 'title' | 'instructions' | 'required' | 'holdPoint'> {
  readonly kind: 'newer';
  /** What the newer app calls it. */
  readonly newerKind: string;
  readonly showIf?: undefined;
  readonly repeat?: undefined;
  readonly onFail?: undefined;
  readonly extra?: undefined;
}

export type Step = KnownStep | NewerStep;

const certificationSchema = z.strictObject({
  codes: z.array(codeSchema).check(z.minLength(1)),
  rule: z.enum(['any_of', 'all_of']),
  holder: z.enum(['lead', 'each', 'one_in_team']),
  note: z.optional(localizedSchema),
});

/** Conditions on site to look at before starting. */
const environmentSchema = z.strictObject({
  parameter: codeSchema,
  unit: plainText(16),
  min: z.optional(decimalSchema),
  max: z.optional(decimalSchema),
  recommendedMin: z.optional(decimalSchema),
  /** Largest variation during the work, %. */
  stablePct: z.optional(decimalSchema),
});

/** Everything about a procedure but its steps. */
const headShape = {
  slug: codeSchema,
  title: localizedSchema,
  description: localizedSchema,
  category: codeSchema,
  equipmentTypes: z.array(codeSchema),
  tags: z.array(plainText(64)),
  estimatedMinutes: z.int().check(z.positive()),
  estimateBasis: z.optional(localizedSchema),
  /** Fewer people than this may read, not pass hold points. */
  teamMin: z.int().check(z.positive()),
  frequency: z.optional(localizedSchema),
  requiresLockout: z.boolean(),
  requiredCertifications: z.array(certificationSchema),
  requiredTools: z.array(localizedSchema),
  ppe: z.array(localizedSchema),
  safetyWarnings: z.array(z.strictObject({ level: z.enum(['danger', 'warning', 'notice']), text: localizedSchema })),
  references: z.array(plainText(500)),
  environment: z.array(environmentSchema),
  extra: z.optional(extraSchema),
};

/** What a version of a procedure says, for ever. Its hash is computed over this; who published it and when lies outside. */
export const procedureContentSchema = z.strictObject({ ...headShape, steps: z.array(stepSchema).check(z.minLength(1)) });
export type PublishedContent = z.infer<typeof procedureContentSchema>;

/** A version as a build reads it: steps of kinds it does not know are kept as such. */
export interface ProcedureContent extends Omit<PublishedContent, 'steps'> {
  steps: Step[];
}

const headSchema = z.strictObject({ ...headShape, steps: z.array(z.unknown()).check(z.minLength(1)) });
const { id, title, instructions, required, holdPoint } = stepBaseSchema.shape;
const newerSchema = z.object({ id, title, instructions, required, holdPoint, kind: z.string() });

/** Reads a version that was published, perhaps by a newer app. Null where not even its frame can be understood: the app needs an update. */
export function readProcedure(raw: unknown): ProcedureContent | null {
  const head = headSchema.safeParse(raw);
  if (!head.success) return null;
  const steps = head.data.steps.map(readStep);
  return steps.every((step) => step !== null) ? { ...head.data, steps } : null;
}

function readStep(raw: unknown): Step | null {
  const known = stepSchema.safeParse(raw);
  if (known.success) return known.data;
  const newer = newerSchema.safeParse(raw);
  return newer.success ? { ...newer.data, kind: 'newer', newerKind: newer.data.kind } : null;
}

export const isKnownStep = (step: Step): step is KnownStep => isStepKind(step.kind);
