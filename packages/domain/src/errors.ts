/** Every refusal the server can give. A new code must ask a *different thing* of the client. */
export const ERROR_CODES = [
  'NOT_FOUND',
  'NOT_ALLOWED',
  'SIGNED_OUT',
  'INVALID',
  'CONFLICT',
  'TOO_LARGE',
  'TOO_MANY',
  'UNSUPPORTED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a client may learn beside the code: plain JSON, never a stack, a statement or a path. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;

/** A refusal that was foreseen. Everything else that is thrown is a bug and answers INTERNAL. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, message: string = MESSAGES[code]) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** For logs and outside callers; people read the client's own words for the code (decision 36). */
const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  NOT_FOUND: 'There is no such thing, or it is not yours to see.',
  NOT_ALLOWED: 'You may not do this.',
  SIGNED_OUT: 'Sign in first.',
  INVALID: 'The request is not well formed.',
  CONFLICT: 'It has changed since you looked.',
  TOO_LARGE: 'This is too large.',
  TOO_MANY: 'Too many attempts: wait, then try again.',
  UNSUPPORTED: 'This kind of content is not accepted.',
  UNAVAILABLE: 'The server cannot answer just now: try again soon.',
  INTERNAL: 'Something went wrong on the server.',
};

/** Stops with a refusal: `find(…) ?? refuse('NOT_FOUND')`. */
export function refuse(code: ErrorCode, details?: ErrorDetails, message?: string): never {
  throw new AppError(code, details, message);
}
