import { can, codeSchema, languageSchema, plainText, refuse } from '@heliograph/domain';
import * as z from 'zod/mini';
import type { Doer } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import type { Visit } from '../http/door.ts';
import { LIMITS } from '../workbook/limits.ts';
import { importXlsform } from './import-xlsform.service.ts';
import { importProcedure } from './procedure-file.service.ts';

/** A form's own words around the file take a little, too. */
const ROOM = 65_536;
const LARGEST = { xlsform: LIMITS.file, procedure: 100_663_296 } as const;

const yesNo = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((text) => text === 'true' || text === '1'),
);
const list = z.pipe(
  plainText(4_000),
  z.transform((text) => text.split(',').filter((code) => code !== '')),
);
const wishSchema = z.object({
  dryRun: z._default(yesNo, true),
  language: z._default(languageSchema, 'fr'),
  category: z.optional(codeSchema),
  equipment: z.optional(z.pipe(list, z.array(codeSchema).check(z.maxLength(50)))),
});
const nameSchema = plainText(255);

/**
 * `POST /api/import/xlsform` and `/api/import/procedure`: a form as browsers send one (`multipart/form-data`) with the file as `file`,
 * and beside it `dryRun` (true unless said otherwise), for a workbook also `language`, `category` and `equipment`. Answers the report.
 */
export async function procedureImportHandler(deps: Deps, { request, caller, note }: Visit): Promise<Response> {
  if (request.method !== 'POST') refuse('INVALID', { reason: 'method' });
  const { actor } = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
  const kind = new URL(request.url).pathname.endsWith('/xlsform') ? 'xlsform' : 'procedure';
  note({ paths: `procedure.import.${kind}`, org: actor.org, user: actor.user });
  if (!can(actor, 'procedure.write')) refuse('NOT_ALLOWED');
  const { file, ...fields } = await formOf(request, LARGEST[kind] + ROOM);
  const wish = wishSchema.safeParse(fields);
  const name = nameSchema.safeParse(file.name);
  if (!wish.success || !name.success) return refuse('INVALID', { fields: wish.error?.issues.map(({ path }) => path.join('.')) ?? ['file'] });
  const doer: Doer = { ...actor, network: caller.network };
  const bytes = Buffer.from(await file.arrayBuffer());
  if (kind === 'procedure') return Response.json(await importProcedure(deps, doer, { text: bytes.toString('utf8'), dryRun: wish.data.dryRun }));
  return Response.json(await importXlsform(deps, doer, { ...wish.data, bytes, name: name.data }));
}

/** The fields of a multipart form; bytes are counted before anything is parsed. */
async function formOf(request: Request, cap: number): Promise<{ readonly file: File } & Readonly<Record<string, unknown>>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) refuse('UNSUPPORTED', { reason: 'content_type' });
  const bytes = await readBytes(request, cap);
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => refuse('INVALID', { reason: 'form' }));
  const file = form.get('file');
  if (!(file instanceof File)) return refuse('INVALID', { fields: ['file'] });
  return { ...Object.fromEntries(form), file };
}
