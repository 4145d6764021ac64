import * as z from 'zod/mini';
import { plainText } from '../text.ts';

/** Whose protocol dialect is spoken. `other` is any endpoint that is OpenAI-compatible: vLLM, llama.cpp, Ollama. */
export const providerKindSchema = z.enum(['openai', 'azure', 'anthropic', 'google', 'mistral', 'groq', 'other']);
export type ProviderKind = z.infer<typeof providerKindSchema>;

/** Where each kind is reached unless the admin says otherwise. */
export const PROVIDER_ADDRESSES: Readonly<Record<ProviderKind, string>> = {
  openai: 'https://api.openai.com/v1',
  azure: '',
  anthropic: 'https://api.anthropic.com/v1',
  google: 'https://generativelanguage.googleapis.com/v1beta/openai',
  mistral: 'https://api.mistral.ai/v1',
  groq: 'https://api.groq.com/openai/v1',
  other: '',
};

/** What a model can do beside answering questions. */
export const abilitySchema = z.enum(['chat', 'vision', 'json']);
export type Ability = z.infer<typeof abilitySchema>;

const tokens = (max: number) => z.int().check(z.minimum(1), z.maximum(max));
/** Billionths a token: 1,000 a million tokens at most. */
const price = z.int().check(z.minimum(0), z.maximum(1_000_000));

export const modelNameSchema = plainText(120).check(z.trim(), z.minLength(1, 'a name'));

/** A model as the admin describes it. */
export const modelSchema = z.object({
  /** The provider's own name of it; on Azure the deployment's. */
  name: modelNameSchema,
  abilities: z.array(abilitySchema).check(z.maxLength(3)),
  price: z.object({ input: price, output: price }),
  contextLength: tokens(10_000_000),
  isOn: z.boolean(),
});
export type Model = z.infer<typeof modelSchema>;

/** A key as it is handed in: printable, without a line break that could end a header. */
const keySchema = z.string().check(z.trim(), z.maxLength(400), z.regex(/^[\x21-\x7e]*$/, 'printable characters without spaces'));

export const MODELS_AT_MOST = 40;

const addressSchema = plainText(400).check(z.trim(), z.regex(/^https?:\/\/[^\s/?#]+[^\s]*$/i, 'an address such as https://models.example.com/v1'));

export const providerDraftSchema = z.object({
  kind: providerKindSchema,
  name: plainText(80).check(z.trim(), z.minLength(1, 'a name')),
  baseUrl: addressSchema,
  /** Azure alone: the version of its API. */
  apiVersion: z.nullable(plainText(40).check(z.regex(/^[\w.-]+$/, 'a version such as 2025-04-01-preview'))),
  isOn: z.boolean(),
  models: z.array(modelSchema).check(
    z.maxLength(MODELS_AT_MOST),
    z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'each model once'),
  ),
});
export type ProviderDraft = z.infer<typeof providerDraftSchema>;

/** What is saved; a key that is left out stays as it is, and an empty one takes it away. */
export const saveProviderSchema = z.extend(providerDraftSchema, {
  id: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
  key: z.optional(keySchema),
});
export type SaveProvider = z.infer<typeof saveProviderSchema>;

/** The end of a key, to recognise it by; nothing of a short one. */
export const lastFour = (key: string): string => (key.length >= 12 ? key.slice(-4) : '');
