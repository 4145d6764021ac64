import * as z from 'zod/mini';
import { languageSchema } from '../text.ts';
import { FIRST_THRESHOLD, THRESHOLD_RANGE } from '../vision/threshold.ts';
import { type Ability, type Model, modelNameSchema, type ProviderKind } from './provider.ts';
import { NANO } from './usage.ts';

/** One model of one provider. */
export const modelRefSchema = z.object({ provider: z.string().check(z.regex(/^[0-9a-f-]{36}$/)), model: modelNameSchema });
export type ModelRef = z.infer<typeof modelRefSchema>;

export const sameModel = (a: ModelRef, b: ModelRef): boolean => a.provider === b.provider && a.model === b.model;

const temperature = z.number().check(z.minimum(0), z.maximum(2));
const longestAnswer = z.int().check(z.minimum(100), z.maximum(16_000));
/** Billionths of the currency a month; null: no limit. */
const budget = z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000 * NANO)));

export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'] as const;

/** How an organisation uses its models. A model that is not chosen is found by `castOf`. */
export const assistantSettingsSchema = z.object({
  /** For questions, unless the router or the person says otherwise. */
  question: z.nullable(modelRefSchema),
  /** For what the router finds hard. */
  strong: z.nullable(modelRefSchema),
  photo: z.nullable(modelRefSchema),
  /** Confidence from which a proposal about a photo is shown, 0 to 1. */
  photoThreshold: z.number().check(z.minimum(THRESHOLD_RANGE.least), z.maximum(THRESHOLD_RANGE.most)),
  temperature,
  /** Tokens. */
  longestAnswer,
  /** Of prices and budgets. */
  currency: z.enum(CURRENCIES),
  monthlyBudget: budget,
  monthlyBudgetPerPerson: budget,
});
export type AssistantSettings = z.infer<typeof assistantSettingsSchema>;

export const FIRST_SETTINGS: AssistantSettings = {
  ...{ question: null, strong: null, photo: null, photoThreshold: FIRST_THRESHOLD, temperature: 0.7, longestAnswer: 2000, currency: 'USD' },
  ...{ monthlyBudget: null, monthlyBudgetPerPerson: null },
};

/** At most so many models answer one question side by side. */
export const SIDE_BY_SIDE = 4;

/** How a person likes to ask; null: as the organisation does. */
export const assistantTasteSchema = z.object({
  /** Whether the router picks the model. */
  isAutomatic: z.boolean(),
  models: z.array(modelRefSchema).check(z.maxLength(SIDE_BY_SIDE)),
  temperature: z.nullable(temperature),
  longestAnswer: z.nullable(longestAnswer),
  /** Of the answers; null: the one the person reads the application in. Older applications do not say. */
  language: z._default(z.nullable(languageSchema), null),
});
export type AssistantTaste = z.infer<typeof assistantTasteSchema>;

export const FIRST_TASTE: AssistantTaste = { isAutomatic: true, models: [], temperature: null, longestAnswer: null, language: null };

/** What is stored, field by field; what an older or newer version wrote and this one cannot read falls back to the first value. */
export const readAssistantSettings = (stored: unknown): AssistantSettings => ({
  ...FIRST_SETTINGS,
  ...fieldsOf(assistantSettingsSchema.shape, stored),
});
export const readAssistantTaste = (stored: unknown): AssistantTaste => ({ ...FIRST_TASTE, ...fieldsOf(assistantTasteSchema.shape, stored) });

function fieldsOf(shape: Readonly<Record<string, z.ZodMiniType>>, stored: unknown): object {
  if (typeof stored !== 'object' || stored === null) return {};
  const read = Object.entries(shape).flatMap(([field, schema]) => {
    const value = field in stored ? schema.safeParse(Reflect.get(stored, field)) : undefined;
    return value?.success ? [[field, value.data]] : [];
  });
  return Object.fromEntries(read);
}

/** A model that can be asked now, as everybody may know it: no address and no key. */
export interface ModelChoice extends ModelRef, Pick<Model, 'abilities' | 'price' | 'contextLength'> {
  readonly kind: ProviderKind;
  readonly providerName: string;
}

export interface Cast {
  readonly question: ModelChoice | null;
  readonly strong: ModelChoice | null;
  readonly photo: ModelChoice | null;
}

const FIRST_QUESTION_MODEL = 'gpt-4o-mini';
const FIRST_PHOTO_MODEL = 'gpt-4o';

/** The dearest, and of several as dear the one that stands first: a price says how strong a model is, its place in a list does not. */
const dearest = (all: readonly ModelChoice[]): ModelChoice | undefined => all.toSorted((a, b) => b.price.output - a.price.output)[0];

/** Which model plays which part: the organisation's choice where it can be asked, else the first defaults, else by price. */
export function castOf(settings: Pick<AssistantSettings, 'question' | 'strong' | 'photo'>, choices: readonly ModelChoice[]): Cast {
  const able = (ability: Ability) => choices.filter(({ abilities }) => abilities.includes(ability));
  const cheapest = (all: readonly ModelChoice[]) => all.toSorted((a, b) => a.price.output - b.price.output)[0];
  const chosen = (ref: ModelRef | null, all: readonly ModelChoice[]) => (ref === null ? undefined : all.find((one) => sameModel(one, ref)));
  const named = (name: string, all: readonly ModelChoice[]) => all.find(({ model }) => model === name);
  const [chat, vision] = [able('chat'), able('vision')];
  return {
    question: chosen(settings.question, chat) ?? named(FIRST_QUESTION_MODEL, chat) ?? cheapest(chat) ?? null,
    strong: chosen(settings.strong, chat) ?? dearest(chat) ?? null,
    photo: chosen(settings.photo, vision) ?? named(FIRST_PHOTO_MODEL, vision) ?? dearest(vision) ?? null,
  };
}

/** Models that a new provider of OpenAI starts with, at the prices published for them in US dollars. */
export const FIRST_MODELS: readonly Model[] = [
  { name: FIRST_QUESTION_MODEL, abilities: ['chat', 'vision', 'json'], price: { input: 150, output: 600 }, contextLength: 128_000, isOn: true },
  { name: FIRST_PHOTO_MODEL, abilities: ['chat', 'vision', 'json'], price: { input: 2_500, output: 10_000 }, contextLength: 128_000, isOn: true },
];
