import { can, type Language, languageSchema, refuse } from '@heliograph/domain';
import { BYTE_ORDER_MARK, csvLine, type ExportedExecution, exportHeader, exportRows } from '@heliograph/domain/export';
import * as z from 'zod/mini';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { executionFilter, filterOf } from '../execution/execution.router.ts';
import type { Visit } from '../http/door.ts';
import { everyRecord, noteExport } from './export.service.ts';

const filterSchema = z.object(executionFilter);
const WHOLE_NUMBERS = new Set(['from', 'to']);

/** `GET /api/export/executions.csv` and `.json`, with the filters of the list: an attachment that is written as it is read. */
export async function exportHandler(deps: Deps, { request, caller, note }: Visit): Promise<Response> {
  if (request.method !== 'GET') refuse('INVALID', { reason: 'method' });
  const { actor } = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
  note({ paths: 'export.executions', org: actor.org, user: actor.user });
  if (!can(actor, 'execution.read')) refuse('NOT_ALLOWED');
  const { pathname, searchParams } = new URL(request.url);
  const [, format] = /\/executions\.(csv|json)$/.exec(pathname) ?? refuse('NOT_FOUND');
  const filter = filterIn(searchParams);
  const language = languageSchema.safeParse(searchParams.get('language') ?? 'fr').data ?? refuse('INVALID', { fields: ['language'] });
  const doer: Doer = { ...actor, network: caller.network };
  await noteExport(deps, doer, { ...filter, format: format ?? '' });
  const records = everyRecord(deps, actor, filter);
  const name = `heliograph-${new Date(deps.now()).toISOString().slice(0, 10)}.${format}`;
  return new Response(streamOf(format === 'csv' ? csvOf(records, language) : jsonOf(records)), {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

function filterIn(query: URLSearchParams) {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(executionFilter)) {
    const values = query.getAll(name).map((value) => (WHOLE_NUMBERS.has(name) ? Number(value) : value));
    if (values.length > 0) given[name] = name === 'status' ? values : values[0];
  }
  const read = filterSchema.safeParse(given);
  return read.success ? filterOf(read.data) : refuse('INVALID', { fields: read.error.issues.map(({ path }) => path.join('.')) });
}

type Records = AsyncIterable<readonly ExportedExecution[]>;

async function* csvOf(records: Records, language: Language): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(exportHeader(language), language);
  for await (const page of records)
    yield page
      .flatMap((record) => exportRows(record, language))
      .map((row) => csvLine(row, language))
      .join('');
}

async function* jsonOf(records: Records): AsyncGenerator<string> {
  let before = '{"executions":[\n';
  for await (const page of records)
    for (const record of page) {
      yield `${before}${JSON.stringify(record)}`;
      before = ',\n';
    }
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n';
}

/** Text goes out as fast as it is taken, and no faster. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}
