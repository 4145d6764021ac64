import { AppError, refuse } from '@heliograph/domain';
import type { Log } from '../log.ts';
import { errorAnswer } from '../trpc/errors.ts';
import { dressed } from './headers.ts';
import { isReading, isSameOrigin } from './origin.ts';
import { type Caller, callerOf } from './request.ts';

export interface Visit {
  readonly request: Request;
  readonly caller: Caller;
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
    const caller = callerOf(request.headers, settings.trustProxy);
    return dressed(await answerOf(settings, handle, { request, caller }), caller.requestId, settings.secure);
  };

async function answerOf({ log, origins }: DoorSettings, handle: (visit: Visit) => Promise<Response>, visit: Visit): Promise<Response> {
  const { request, caller } = visit;
  try {
    if (!isReading(request) && !isSameOrigin(request.headers, origins))
      refuse('NOT_ALLOWED', { reason: 'origin' }, 'This request does not come from this site.');
    return await handle(visit);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL') return errorAnswer(error, caller.requestId);
    log.error('bug', error, { requestId: caller.requestId, path: new URL(request.url).pathname.slice(0, 200) });
    return errorAnswer(new AppError('INTERNAL'), caller.requestId);
  }
}
