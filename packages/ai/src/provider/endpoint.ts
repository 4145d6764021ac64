import type { ProviderKind } from '@heliograph/domain';
import OpenAI, { AzureOpenAI } from 'openai';

/** Where a provider is reached, and with what. Made for one call and kept nowhere: it holds the key. */
export interface Endpoint {
  readonly kind: ProviderKind;
  readonly baseUrl: string;
  /** Empty for a server that asks for none. */
  readonly key: string;
  /** Azure alone. */
  readonly apiVersion: string | null;
}

/** What a dialect calls things. The newest models of OpenAI know `max_completion_tokens` alone, the others `max_tokens` alone. */
export interface Dialect {
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Whether it has to be asked to count tokens in a stream; some refuse the question and count unasked. */
  readonly asksForUsage: boolean;
}

export const dialectOf = (kind: ProviderKind): Dialect => ({
  limit: kind === 'openai' || kind === 'azure' ? 'max_completion_tokens' : 'max_tokens',
  asksForUsage: kind !== 'mistral',
});

/** Past this the client gives up by itself; our own patience ends long before. */
const LONGEST_MS = 600_000;

/** A client of one endpoint. Nothing is taken from the environment, and nothing is tried again behind our back: a call is charged once. */
export function clientOf({ kind, baseUrl, key, apiVersion }: Endpoint, fetch: typeof globalThis.fetch): OpenAI {
  const common = { apiKey: key === '' ? 'none' : key, fetch, maxRetries: 0, timeout: LONGEST_MS, logLevel: 'off', organization: null } as const;
  if (kind === 'azure') return new AzureOpenAI({ ...common, endpoint: baseUrl.replace(/\/+$/, ''), apiVersion: apiVersion ?? '' });
  return new OpenAI({ ...common, baseURL: baseUrl, project: null, webhookSecret: null });
}
