import type { ProviderFault } from '@heliograph/domain';
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { ForbiddenAddress } from './guarded-fetch.ts';

/** What went wrong with a call, as far as it can be told apart. Never what the provider wrote: that may hold a part of the key. */
export interface Failure {
  readonly fault: ProviderFault;
  /** Seconds after which the provider wants to be asked again. */
  readonly retryAfter?: number;
  /** The field of the request that it does not know. */
  readonly field?: string;
  readonly status?: number;
}

/** Whatever a call threw, as one of the closed codes. */
export function failureOf(error: unknown): Failure {
  if (causes(error).some((cause) => cause instanceof ForbiddenAddress)) return { fault: 'address' };
  if (error instanceof APIUserAbortError) return { fault: 'stopped' };
  if (error instanceof APIConnectionTimeoutError) return { fault: 'timeout' };
  if (error instanceof APIConnectionError) return { fault: 'unreachable' };
  if (error instanceof APIError && error.status !== undefined)
    return { ...answered(error, error.status), ...patienceAsked(error), status: error.status };
  // An error event inside a stream has no status.
  if (error instanceof APIError) return { fault: 'overloaded' };
  if (error instanceof SyntaxError || error instanceof RangeError) return { fault: 'garbage' };
  return { fault: 'cut' };
}

function answered({ code, type, param, message }: APIError, status: number): Failure {
  if (status === 401 || status === 403) return { fault: 'key' };
  if (status === 404) return { fault: 'model' };
  if (status === 408) return { fault: 'timeout' };
  if (status === 429) return { fault: code === 'insufficient_quota' || type === 'insufficient_quota' ? 'quota' : 'limited' };
  if (status === 402) return { fault: 'quota' };
  if (status >= 500) return { fault: 'overloaded' };
  if (status === 413 || code === 'context_length_exceeded' || /context (length|window)|too long/i.test(message)) return { fault: 'too_long' };
  if (code === 'model_not_found') return { fault: 'model' };
  // A redirect is not followed: whoever answers so is not the API.
  if (status < 400) return { fault: 'garbage' };
  return typeof param === 'string' ? { fault: 'refused', field: param } : { fault: 'refused' };
}

const DAY_S = 86_400;

function patienceAsked({ headers }: APIError): Pick<Failure, 'retryAfter'> {
  const text = headers?.get('retry-after');
  if (!text) return {};
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? { retryAfter: Math.min(Math.max(Math.ceil(seconds), 0), DAY_S) } : {};
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let one = error; one instanceof Error && found.length < 8; one = one.cause) found.push(one);
  return found;
}
