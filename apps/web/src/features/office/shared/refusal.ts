import type { ErrorCode, ErrorDetails } from '@heliograph/domain';
import { TRPCClientError } from '@trpc/client';
import { RpcError } from '../../../platform/rpc.ts';

/** What the server refused, as the words of refusals take it; a server that was not reached is UNREACHED. */
export function refusalIn(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const data: { code?: ErrorCode; details?: ErrorDetails } | null | undefined = error instanceof TRPCClientError ? error.data : null;
  return data?.code === undefined ? new RpcError('UNREACHED') : new RpcError(data.code, data.details ?? {});
}

/** A list of texts among the details of a refusal. */
export function textsIn({ details }: RpcError, name: string): readonly string[] {
  const found: unknown = details[name];
  return Array.isArray(found) ? found.map(String) : [];
}

export function numberIn({ details }: RpcError, name: string): number | null {
  const found: unknown = details[name];
  return typeof found === 'number' ? found : null;
}

export function textIn({ details }: RpcError, name: string): string | null {
  const found: unknown = details[name];
  return typeof found === 'string' ? found : null;
}
