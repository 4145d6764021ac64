import { AppError, refuse } from '@heliograph/domain';
import type { Log, LogFields } from '../log.ts';
import { errorAnswer } from '../trpc/errors.ts';
import { dressed } from './headers.ts';
import { isReading, isSameOrigin } from './origin.ts';
import { type Caller, callerOf } from './request.ts';

export interface Visit {
  readonly request: Request;
  readonly caller: Caller;
  /** Adds to the one line that the log keeps of this request. */
  note(fields: LogFields): void;
}

export type Handler = (request: Request) => Promise<Response>;

export interface DoorSettings {
  readonly log: Log;
  readonly origins: ReadonlySet<string>;
  readonly trustProxy: number;
  readonly secure: boolean;
}

/**
 * What every HTTP door has in common: a request id, the origin check on whatever may change something, refusals as JSON,
 * bugs logged and answered with nothing but the id, and our headers on the answer.
 */
export const door =
  (settings: DoorSettings, handle: (visit: Visit) => Promise<Response>): Handler =>
  async (request) => {
    const start = performance.now();
    const caller = callerOf(request.headers, settings.trustProxy);
    let fields: LogFields = { requestId: caller.requestId, method: request.method };
    const note = (more: LogFields) => {
      fields = { ...fields, ...more };
    };
    const answer = await answerOf(settings, handle, { request, caller, note });
    settings.log.info('request', { ...fields, status: answer.status, ms: Math.round(performance.now() - start) });
    return dressed(answer, caller.requestId, settings.secure);
  };

async function answerOf({ log, origins }: DoorSettings, handle: (visit: Visit) => Promise<Response>, visit: Visit): Promise<Response> {
  const { request, caller } = visit;
  try {
    if (!isReading(request) && !isSameOrigin(request.headers, origins))
      refuse('NOT_ALLOWED', { reason: 'origin' }, 'This request does not come from this site.');
    return await handle(visit);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL' && error.code !== 'UNAVAILABLE') return errorAnswer(error, caller.requestId);
    const said = error instanceof AppError ? new AppError(error.code, error.details) : new AppError('INTERNAL');
    // What keeps the server from working is told to whoever runs it, in the log, and to nobody else; a database that is away is no bug.
    log.error(said.code === 'UNAVAILABLE' ? 'unavailable' : 'bug', error, { requestId: caller.requestId, code: said.code });
    return errorAnswer(said, caller.requestId);
  }
}
