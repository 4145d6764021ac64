import { AppError, type ErrorCode, type ErrorDetails } from '@heliograph/domain';
import type { TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type * as z from 'zod/mini';

/** The one translation of refusals into HTTP. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  SIGNED_OUT: 401,
  INVALID: 400,
  CONFLICT: 409,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  UNSUPPORTED: 415,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const RPC_CODE: Readonly<Record<ErrorCode, number>> = {
  NOT_FOUND: TRPC_ERROR_CODES_BY_KEY.NOT_FOUND,
  NOT_ALLOWED: TRPC_ERROR_CODES_BY_KEY.FORBIDDEN,
  SIGNED_OUT: TRPC_ERROR_CODES_BY_KEY.UNAUTHORIZED,
  INVALID: TRPC_ERROR_CODES_BY_KEY.BAD_REQUEST,
  CONFLICT: TRPC_ERROR_CODES_BY_KEY.CONFLICT,
  TOO_LARGE: TRPC_ERROR_CODES_BY_KEY.PAYLOAD_TOO_LARGE,
  TOO_MANY: TRPC_ERROR_CODES_BY_KEY.TOO_MANY_REQUESTS,
  UNSUPPORTED: TRPC_ERROR_CODES_BY_KEY.UNSUPPORTED_MEDIA_TYPE,
  UNAVAILABLE: TRPC_ERROR_CODES_BY_KEY.SERVICE_UNAVAILABLE,
  INTERNAL: TRPC_ERROR_CODES_BY_KEY.INTERNAL_SERVER_ERROR,
};

/** What tRPC itself refuses (unknown door, wrong method, unreadable input) in our own words; anything unforeseen is INTERNAL and says nothing. */
export function refusalOf(error: TRPCError): AppError {
  if (error.cause instanceof AppError) return error.cause;
  switch (error.code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
    case 'METHOD_NOT_SUPPORTED':
      return new AppError('INVALID', issuesOf(error.cause));
    case 'NOT_FOUND':
      return new AppError('NOT_FOUND');
    case 'UNSUPPORTED_MEDIA_TYPE':
      return new AppError('UNSUPPORTED');
    case 'CLIENT_CLOSED_REQUEST':
      return new AppError('UNAVAILABLE');
    default:
      return new AppError('INTERNAL');
  }
}

/** The same for what a stream ran into after its answer had begun: a refusal as it is, anything else INTERNAL. */
export const refusalOfAny = (error: unknown): AppError => (error instanceof AppError ? error : new AppError('INTERNAL'));

/** Where the input is wrong: paths only, never what was sent. */
function issuesOf(cause: unknown): ErrorDetails {
  if (typeof cause !== 'object' || cause === null || !('issues' in cause) || !Array.isArray(cause.issues)) return {};
  const issues: readonly z.core.$ZodIssue[] = cause.issues;
  return { fields: issues.slice(0, 20).map(({ path }) => path.map(String).join('.').slice(0, 200)) };
}

/** What every refusal looks like on the wire, from tRPC and from the other doors alike. */
export const errorBody = ({ code, message, details }: AppError, requestId: string) => ({
  message,
  code: RPC_CODE[code],
  data: { code, httpStatus: STATUS[code], details, requestId },
});

export function errorAnswer(error: AppError, requestId: string): Response {
  const wait = error.details['retryAfter'];
  return Response.json(
    { error: errorBody(error, requestId) },
    { status: STATUS[error.code], headers: typeof wait === 'number' ? { 'retry-after': String(wait) } : {} },
  );
}
