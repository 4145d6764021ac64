import { LIMITS, refuse } from '@heliograph/domain';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { Deps } from '../deps.ts';
import { refusalOf } from '../trpc/errors.ts';
import { appRouter } from '../trpc/router.ts';
import { gunzip, isShallow, readBytes } from './body.ts';
import type { Visit } from './door.ts';
import { isJson, isReading } from './origin.ts';

export const TRPC_PATH = '/api/trpc';
const EXCHANGE = `${TRPC_PATH}/sync.exchange`;
const BATCH = 20;
const BODY = 262_144;
/** A procedure of a thousand steps in two languages. */
const PROCEDURE = 4_194_304;
const WORKBOOK = 22_500_000;
/** Doors that take more: a day of a phone, a file of equipment in base64, a whole procedure. Alone in their request. */
const BODIES: Readonly<Record<string, number>> = {
  [EXCHANGE]: LIMITS.batchBytes,
  [`${TRPC_PATH}/asset.import`]: 8_650_752,
  [`${TRPC_PATH}/procedure.create`]: PROCEDURE,
  [`${TRPC_PATH}/procedure.import`]: PROCEDURE,
  // In base64.
  [`${TRPC_PATH}/procedure.importXlsform`]: WORKBOOK,
  [`${TRPC_PATH}/procedure.update`]: PROCEDURE,
  [`${TRPC_PATH}/procedure.saveDraft`]: PROCEDURE,
};

/** Everything under `/api/trpc`: limits first, then tRPC. Called by `door`, which has looked at the origin. */
export async function trpcHandler(deps: Deps, { request, caller, note }: Visit): Promise<Response> {
  const readable = isReading(request) ? request : await withPlainBody(request);
  return fetchRequestHandler({
    endpoint: TRPC_PATH,
    req: readable,
    router: appRouter,
    maxBatchSize: BATCH,
    createContext: async ({ resHeaders, info }) => {
      const cookies = request.headers.get('cookie');
      const signedIn = await deps.sessions.read(cookies);
      note({ paths: info.calls.map(({ path }) => path).join(','), org: signedIn?.actor.org, user: signedIn?.actor.user });
      if (signedIn?.renewed != null) resHeaders.append('set-cookie', signedIn.renewed);
      return { deps, caller, cookies, signedIn, setCookie: (cookie: string) => resHeaders.append('set-cookie', cookie) };
    },
    onError: ({ error, path }) => {
      const { code } = refusalOf(error);
      if (code === 'INTERNAL') deps.log.error('bug', error.cause ?? error, { requestId: caller.requestId, path });
      else deps.log.debug('refused', { requestId: caller.requestId, path, code });
    },
  });
}

/** The same request with a body that is plain JSON, within its limits. Only the exchange may be packed: a day of work crosses a 2G link. */
async function withPlainBody(request: Request): Promise<Request> {
  const { pathname } = new URL(request.url);
  if (!isJson(request.headers)) refuse('UNSUPPORTED', { reason: 'content_type' });
  const isExchange = pathname === EXCHANGE;
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && !(isExchange && encoding === 'gzip')) refuse('UNSUPPORTED', { reason: 'content_encoding' });
  const sent = await readBytes(request, BODIES[pathname] ?? BODY);
  const text = (encoding === null ? sent : await gunzip(sent, LIMITS.unpackedBytes)).toString('utf8');
  if (!isShallow(text)) refuse('INVALID', { reason: 'depth' });
  const headers = new Headers(request.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Request(request.url, { method: request.method, headers, body: text, signal: request.signal });
}
