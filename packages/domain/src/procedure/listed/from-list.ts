import * as z from 'zod/mini';
import { toDecimal } from '../../decimal.ts';
import type { StepKind } from '../../step-kinds/index.ts';
import { type Localized, localizedSchema, plainText } from '../../text.ts';
import { emptyDraft } from '../draft/content.ts';
import { type ProcedureDraft, procedureDraftSchema } from '../draft/draft.ts';
import { attachmentSchema } from '../notes.ts';

/** What other tools call the way a step is validated, and the kind that it is here. The one table; unknown words are refused, never guessed. */
export const VALIDATIONS = {
  manual: 'check',
  check: 'check',
  checkbox: 'check',
  boolean: 'check',
  none: 'instruction',
  read: 'instruction',
  instruction: 'instruction',
  measurement: 'measurement',
  numeric: 'measurement',
  number: 'measurement',
  value: 'measurement',
  choice: 'choice',
  select: 'choice',
  text: 'text',
  comment: 'text',
  photo: 'photo',
  image: 'photo',
  signature: 'signature',
  scan: 'scan',
  barcode: 'scan',
  qr: 'scan',
} as const satisfies Readonly<Record<string, StepKind>>;
type Validation = keyof typeof VALIDATIONS;

const words = (max: number) => z.union([plainText(max), localizedSchema]);
const number = z.union([z.number(), plainText(40)]);
const option = z.union([plainText(200), z.object({ value: z.optional(plainText(80)), label: words(200) })]);
const file = z.union([attachmentSchema, plainText(2000), z.object({ name: z.optional(plainText(200)), url: z.optional(plainText(2000)) })]);
type File = z.infer<typeof file>;

/** A step as a list says it. A text of one language stands in both until somebody translates it. */
export const listedStepSchema = z.object({
  title: words(300),
  description: z.optional(words(20_000)),
  instructions: z.optional(words(20_000)),
  validation: z.optional(z.enum(Object.keys(VALIDATIONS) as [Validation])),
  required: z.optional(z.boolean()),
  holdPoint: z.optional(z.boolean()),
  /** Pictures and documents: attached where their bytes were sent before, else kept by name or address for whoever adds them. Never fetched. */
  photos: z.optional(z.array(file).check(z.maxLength(50))),
  files: z.optional(z.array(file).check(z.maxLength(50))),
  unit: z.optional(plainText(16)),
  min: z.optional(number),
  max: z.optional(number),
  options: z.optional(z.array(option).check(z.maxLength(200))),
});
export type ListedStep = z.infer<typeof listedStepSchema>;

export const listedProcedureSchema = z.object({
  title: words(300),
  description: z.optional(words(20_000)),
  category: z.optional(plainText(80)),
  equipmentTypes: z.optional(z.array(plainText(80)).check(z.maxLength(100))),
  tags: z.optional(z.array(plainText(64)).check(z.maxLength(50))),
  estimatedMinutes: z.optional(z.int().check(z.positive())),
  steps: z.array(listedStepSchema).check(z.maxLength(1000)),
});
export type ListedProcedure = z.infer<typeof listedProcedureSchema>;

/** A list of steps, in its order, as a draft. */
export function draftFromList(slug: string, { title, description, steps, ...rest }: ListedProcedure): ProcedureDraft {
  return procedureDraftSchema.parse({
    ...emptyDraft(slug),
    ...present(rest),
    title: both(title),
    description: both(description),
    steps: steps.map((step, at) => stepOf(step, `s${String(at + 1).padStart(2, '0')}`)),
  });
}

const both = (text: string | Localized | undefined): Localized => (typeof text === 'object' ? text : { fr: text ?? '', en: text ?? '' });

/** Without the fields that say nothing. */
const present = (fields: object): object => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function stepOf(step: ListedStep, id: string): object {
  const kind = VALIDATIONS[step.validation ?? 'manual'];
  const extra = beside(step);
  return {
    id,
    kind,
    title: both(step.title),
    instructions: joined(both(step.description), both(step.instructions)),
    required: step.required ?? true,
    holdPoint: step.holdPoint ?? false,
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
    ...definitionOf(kind, step),
  };
}

const isAttached = (given: File): boolean => typeof given === 'object' && 'hash' in given;

function beside({ photos = [], files = [] }: ListedStep): Readonly<Record<string, unknown>> {
  const lists = { attachments: [...photos, ...files].filter(isAttached), photos: photos.filter(isNamed), files: files.filter(isNamed) };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

const isNamed = (given: File): boolean => !isAttached(given);

const joined = (first: Localized, second: Localized): Localized => {
  const lines = (a: string, b: string) => [a, b].filter((text) => text.trim() !== '').join('\n\n');
  return { fr: lines(first.fr, second.fr), en: lines(first.en, second.en) };
};

function definitionOf(kind: StepKind, { unit, min, max, options = [] }: ListedStep): object {
  if (kind === 'measurement')
    return { decimals: 2, limitKind: 'practice', severityOutside: 3, ...present({ unit, min: decimal(min), max: decimal(max) }) };
  if (kind === 'choice') return { options: options.map(optionOf) };
  if (kind === 'photo') return { minCount: 1, maxCount: 10, annotate: false };
  if (kind === 'signature') return { role: 'technician' };
  return kind === 'scan' ? { expects: [] } : {};
}

const decimal = (value: number | string | undefined): string | undefined =>
  value === undefined ? undefined : (toDecimal(String(value)) ?? String(value));

function optionOf(given: NonNullable<ListedStep['options']>[number], at: number): object {
  const { value, label } = typeof given === 'string' ? { value: undefined, label: given } : given;
  return { value: value ?? `o${at + 1}`, label: both(label), outcome: 'ok' };
}
