import { can, refuse, siteIdSchema } from '@heliograph/domain';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import type { Visit } from '../http/door.ts';
import { errorBody, refusalOfAny } from '../trpc/errors.ts';
import { type ImportProgress, type ImportResult, importAssets } from './import-assets.service.ts';

const LARGEST = 6_291_456;
const TYPES = /^(text\/csv|application\/octet-stream)\b/;

type Line = ({ kind: 'progress' } & ImportProgress) | { kind: 'result'; result: ImportResult } | { kind: 'error'; error: unknown };

/** `POST /api/import/assets?site=…&dry=1`: the bytes of the file as they are; answers lines of JSON as it goes on, the last one the result. */
export async function importHandler(deps: Deps, { request, caller, note }: Visit): Promise<Response> {
  if (request.method !== 'POST') refuse('INVALID', { reason: 'method' });
  const { actor } = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
  note({ paths: 'asset.import', org: actor.org, user: actor.user });
  if (!can(actor, 'site.manage')) refuse('NOT_ALLOWED');
  if (!TYPES.test(request.headers.get('content-type') ?? '')) refuse('UNSUPPORTED', { reason: 'content_type' });
  const query = new URL(request.url).searchParams;
  const site = siteIdSchema.safeParse(query.get('site'));
  const basis = query.get('basis');
  if (!site.success || (basis !== null && !/^\d{1,15}$/.test(basis))) refuse('INVALID', { fields: ['site', 'basis'] });
  const bytes = await readBytes(request, LARGEST);
  const wish = { site: site.data, bytes, dryRun: query.get('dry') !== '0', basis: basis === null ? undefined : Number(basis) };
  const doer: Doer = { ...actor, network: caller.network };
  return new Response(
    told(deps, caller.requestId, (tell) => importAssets(deps, doer, { ...wish, tell })),
    {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
    },
  );
}

/** One line a step, then the result or the refusal: the answer has begun by then, so that its status no longer can say it. */
function told({ log }: Pick<Deps, 'log'>, requestId: string, work: (tell: (progress: ImportProgress) => void) => Promise<ImportResult>) {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const say = (line: Line) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        say({ kind: 'result', result: await work((progress) => say({ kind: 'progress', ...progress })) });
      } catch (error) {
        const refusal = refusalOfAny(error);
        if (refusal.code === 'INTERNAL') log.error('bug', error, { requestId });
        say({ kind: 'error', error: errorBody(refusal, requestId).data });
      }
      controller.close();
    },
  });
}
