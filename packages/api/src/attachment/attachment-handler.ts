import { can, photoHashSchema, plainText, refuse } from '@heliograph/domain';
import type { Actor } from '../auth/actor.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import type { Visit } from '../http/door.ts';
import { LARGEST, openAttachment, storeAttachment } from './attachment.service.ts';

const TYPES: Readonly<Record<'photo' | 'document', string>> = { photo: 'image/jpeg', document: 'application/pdf' };
const nameSchema = plainText(200);

/**
 * `POST /api/attachments?name=…`: the bytes of a picture or a PDF as they are; answers `{ hash, kind, name, bytes }`, which a step keeps.
 * `GET /api/attachments/{hash}`: the file. Its bytes never change, so that asking again mostly answers 304.
 */
export async function attachmentHandler(deps: Deps, { request, note }: Visit): Promise<Response> {
  const { actor } = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
  note({ paths: 'attachment', org: actor.org, user: actor.user });
  if (request.method === 'GET') return show(deps, actor, request);
  if (request.method !== 'POST') refuse('INVALID', { reason: 'method' });
  if (!can(actor, 'procedure.write')) refuse('NOT_ALLOWED');
  const name = nameSchema.safeParse(new URL(request.url).searchParams.get('name') ?? '');
  if (!name.success) refuse('INVALID', { fields: ['name'] });
  const given = await readBytes(request, Math.max(LARGEST.document, LARGEST.photo));
  return Response.json(await storeAttachment(deps, actor, { given, name: name.data }));
}

async function show(deps: Deps, actor: Actor, request: Request): Promise<Response> {
  if (!can(actor, 'procedure.read')) refuse('NOT_FOUND');
  const hash = photoHashSchema.safeParse(new URL(request.url).pathname.split('/').at(-1));
  if (!hash.success) return refuse('NOT_FOUND');
  const { size, bytes, kind, name } = await openAttachment(deps, actor, hash.data);
  const tag = `"${hash.data.slice(0, 32)}"`;
  const headers = { etag: tag, 'cache-control': 'private, no-cache', 'content-security-policy': "default-src 'none'; sandbox" };
  if (request.headers.get('if-none-match') === tag) {
    await bytes.cancel();
    return new Response(null, { status: 304, headers });
  }
  // A document is never opened inside the application: it would bring its own scripts and links.
  const disposition = kind === 'document' ? `attachment; filename*=UTF-8''${encodeURIComponent(name || `${hash.data.slice(0, 8)}.pdf`)}` : 'inline';
  return new Response(bytes, {
    headers: { ...headers, 'content-type': TYPES[kind], 'content-length': String(size), 'content-disposition': disposition },
  });
}
