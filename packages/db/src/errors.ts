import { AppError, type ErrorCode } from '@heliograph/domain';

/** PostgreSQL's five-letter code of an error; null where it did not come from the database. Both drivers put it in `code`. */
export function sqlStateOf(error: unknown): string | null {
  const code = fieldOf(error, 'code');
  return code !== null && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Classes whose cause is the data itself: data exception, broken constraint, program limit. */
const OF_THE_DATA = /^(22|23|54)/;
/** Connection, rolled back by the server (deadlock), out of something, shut down or took too long. */
const OF_THE_MOMENT = /^(08|40|53|57)/;
/** The same as the driver and the system say it, where no server was there to give a code. */
const CUT_OFF = /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|connection terminated|timeout exceeded when trying|not queryable|connection has been discarded/i;

/** Two transactions waited for each other, and the database undid this one. */
const DEADLOCK = '40P01';

/** Whether the database undid all of it to let somebody else go on, so that the same again may pass at once; as it comes from a driver, or translated. */
export const gaveWay = (error: unknown): boolean => (sqlStateOf(error) ?? sqlStateOf(error instanceof AppError && error.cause)) === DEADLOCK;

/** Whether the database refused a value. Anything else (connection, deadlock, shutdown) says nothing about the data. */
export const isDataError = (error: unknown): boolean => OF_THE_DATA.test(sqlStateOf(error) ?? '');

/**
 * The one translation of the database's refusals: broken constraints become refusals that name the constraint, a server that is away becomes
 * "try again" (what became of a commit under way is unknown), the rest passes as the bug it is.
 */
export function refusalOf(error: unknown): unknown {
  const state = sqlStateOf(error);
  const code = CODES[state ?? ''];
  if (code !== undefined) return refusal(code, error);
  if (state === null ? CUT_OFF.test(`${fieldOf(error, 'code')} ${error}`) : OF_THE_MOMENT.test(state)) return refusal('UNAVAILABLE', error);
  return error;
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  '23505': 'CONFLICT',
  '23503': 'NOT_FOUND',
  '23502': 'INVALID',
  '23514': 'INVALID',
  // Text that PostgreSQL cannot hold.
  '22021': 'INVALID',
  '22P05': 'INVALID',
};

/** The cause stays for the log; clients never see it. */
function refusal(code: ErrorCode, cause: unknown): AppError {
  const error = new AppError(code, code === 'UNAVAILABLE' ? { retryAfter: 1 } : { constraint: fieldOf(cause, 'constraint') });
  error.cause = cause;
  return error;
}

function fieldOf(error: unknown, name: 'code' | 'constraint'): string | null {
  if (typeof error !== 'object' || error === null || !(name in error)) return null;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : null;
}
