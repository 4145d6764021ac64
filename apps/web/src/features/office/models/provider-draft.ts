import type { Language } from '@heliograph/domain';
import {
  type Ability,
  FIRST_MODELS,
  type Model,
  PROVIDER_ADDRESSES,
  type ProviderKind,
  type SaveProvider,
  saveProviderSchema,
} from '@heliograph/domain/assistant';
import type { Output } from '../../../platform/rpc.ts';

export type Provider = Output<'provider.list'>[number];

/** A model while it is typed: numbers are text, as they were written. */
export interface ModelDraft {
  /** For the list on screen alone. */
  readonly key: string;
  readonly name: string;
  readonly abilities: readonly Ability[];
  readonly priceIn: string;
  readonly priceOut: string;
  readonly contextLength: string;
  readonly isOn: boolean;
}

export interface ProviderDraft {
  readonly id: string | null;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** What was typed now; the stored one never comes here. */
  readonly key: string;
  readonly isOn: boolean;
  readonly models: readonly ModelDraft[];
}

/** `/openai/v1` and the like, or the way to one deployment. */
const AZURE_PATH = /^\/openai(?:\/deployments\/([^/]+))?(?:\/|$)/;

/** The draft with its address as it was typed. Azure's portal gives the resource, the deployment and the version in one: pasted, it fills all three. */
export function withAddress(draft: ProviderDraft, baseUrl: string): ProviderDraft {
  const url = draft.kind === 'azure' && URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : null;
  const path = url === null ? null : AZURE_PATH.exec(url.pathname);
  if (url === null || path === null) return { ...draft, baseUrl };
  const name = path[1] ?? '';
  const isKnown = name === '' || draft.models.some((model) => model.name === name);
  return {
    ...{ ...draft, baseUrl: url.origin, apiVersion: url.searchParams.get('api-version') ?? draft.apiVersion },
    models: isKnown ? draft.models : [...draft.models, { ...emptyModel(), name }],
  };
}

/** Billionths a token, as the price of a million: 150 is 0.15. */
const PER_MILLION = 1_000;

const modelDraftOf = ({ name, abilities, price, contextLength, isOn }: Model, language: Language): ModelDraft => ({
  ...{ key: crypto.randomUUID(), name, abilities, isOn },
  priceIn: typedNumber(price.input / PER_MILLION, language),
  priceOut: typedNumber(price.output / PER_MILLION, language),
  contextLength: String(contextLength),
});

export const emptyModel = (): ModelDraft => ({
  ...{ key: crypto.randomUUID(), name: '', abilities: ['chat'], priceIn: '0', priceOut: '0', contextLength: '32000', isOn: true },
});

/** A provider to come, with what is known of its kind. */
export const newProvider = (kind: ProviderKind, name: string, language: Language): ProviderDraft => ({
  ...{ id: null, kind, name, baseUrl: PROVIDER_ADDRESSES[kind], apiVersion: '', key: '', isOn: true },
  models: kind === 'openai' ? FIRST_MODELS.map((model) => modelDraftOf(model, language)) : [],
});

export const draftOf = ({ id, kind, name, baseUrl, apiVersion, isOn, models }: Provider, language: Language): ProviderDraft => ({
  ...{ id, kind, name, baseUrl, isOn, key: '' },
  apiVersion: apiVersion ?? '',
  models: models.map((model) => modelDraftOf(model, language)),
});

/** A number to be changed by hand, as its language writes it: with a comma in French, and never in groups. */
export const typedNumber = (value: number, language: Language): string => (language === 'fr' ? String(value).replace('.', ',') : String(value));

/** A number as people write it, comma or point; null where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export type DraftProblem = 'nameMissing' | 'addressOdd' | 'api_version' | 'modelOdd' | 'modelTwice' | 'priceOdd' | 'contextOdd';

/** What is wrong, by field: `name`, `baseUrl`, `apiVersion`, or `<key of the model>-name` and the like. */
export function problemsOf(draft: ProviderDraft): Readonly<Record<string, DraftProblem>> {
  const { baseUrl } = saveProviderSchema.shape;
  const names = draft.models.map(({ name }) => name.trim());
  return {
    ...(draft.name.trim() === '' ? { name: 'nameMissing' } : {}),
    ...(baseUrl.safeParse(draft.baseUrl).success ? {} : { baseUrl: 'addressOdd' }),
    ...(draft.kind === 'azure' && draft.apiVersion.trim() === '' ? { apiVersion: 'api_version' } : {}),
    ...Object.assign({}, ...draft.models.map((model, at) => modelProblems(model, names.indexOf(model.name.trim()) < at))),
  };
}

function modelProblems({ key, name, priceIn, priceOut, contextLength }: ModelDraft, isTwice: boolean): Record<string, DraftProblem> {
  const isPrice = (text: string) => (numberIn(text) ?? 1001) <= 1000;
  const length = numberIn(contextLength);
  return {
    ...(name.trim() === '' ? { [`${key}-name`]: 'modelOdd' } : isTwice ? { [`${key}-name`]: 'modelTwice' } : {}),
    ...(isPrice(priceIn) ? {} : { [`${key}-priceIn`]: 'priceOdd' }),
    ...(isPrice(priceOut) ? {} : { [`${key}-priceOut`]: 'priceOdd' }),
    ...(length !== null && Number.isInteger(length) && length > 0 ? {} : { [`${key}-contextLength`]: 'contextOdd' }),
  };
}

/** What is sent. An empty key field keeps the stored one. */
export function wishOf({ id, key, apiVersion, models, kind, ...draft }: ProviderDraft): SaveProvider {
  return {
    ...draft,
    kind,
    apiVersion: kind === 'azure' ? apiVersion.trim() : null,
    models: models.map(({ name, abilities, priceIn, priceOut, contextLength, isOn }) => ({
      ...{ name: name.trim(), abilities: [...abilities], isOn, contextLength: numberIn(contextLength) ?? 1 },
      price: { input: Math.round((numberIn(priceIn) ?? 0) * PER_MILLION), output: Math.round((numberIn(priceOut) ?? 0) * PER_MILLION) },
    })),
    ...(id === null ? {} : { id }),
    ...(key === '' ? {} : { key }),
  };
}
