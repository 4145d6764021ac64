import { can, photoHashSchema, refuse } from '@heliograph/domain';
import type { SignedIn } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import type { Visit } from '../http/door.ts';
import { wake } from '../vision/take-up.service.ts';
import { openPhoto, receiveSlice, uploadOf } from './photo.service.ts';
import type { PhotoFile } from './store.ts';

/** One slice of the phone is 256 KiB at most; a little more is taken from scripts. */
const SLICE = 1_048_576;
/** Bytes being received by this process at once. A recovering fleet is asked to wait its turn, never refused for good. */
const IN_FLIGHT = 67_108_864;
const BYTES = ['application/offset+octet-stream', 'application/octet-stream'];

/** `/api/photos/{sha256}`: HEAD and PATCH to send the bytes in slices, GET to see the picture. See docs/protocol.md, section 4. */
export function photoHandler(deps: Deps): (visit: Visit) => Promise<Response> {
  let inFlight = 0;

  async function receive(request: Request, { actor }: SignedIn, sha: ReturnType<typeof shaOf>): Promise<Response> {
    if (!BYTES.includes(request.headers.get('content-type') ?? '')) refuse('UNSUPPORTED', { reason: 'content_type' });
    const [at, total] = [numberIn(request, 'upload-offset'), numberIn(request, 'upload-length')];
    if (inFlight + SLICE > IN_FLIGHT) refuse('TOO_MANY', { retryAfter: 1 });
    inFlight += SLICE;
    try {
      const bytes = await readBytes(request, SLICE);
      const progress = await receiveSlice(deps, actor, { sha, at, total, bytes });
      const isElsewhere = 'kind' in progress;
      if (!isElsewhere && progress.stored) wake(deps, actor.org);
      return new Response(null, {
        status: isElsewhere ? 409 : 204,
        headers: { 'upload-offset': String(progress.held), 'upload-length': String(total) },
      });
    } finally {
      inFlight -= SLICE;
    }
  }

  return async ({ request, note }) => {
    const signedIn = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
    const sha = shaOf(request);
    note({ paths: 'photo', org: signedIn.actor.org, user: signedIn.actor.user });
    if (request.method === 'GET') return show(deps, request, signedIn);
    if (!can(signedIn.actor, 'photo.write')) refuse('NOT_ALLOWED');
    if (request.method === 'PATCH') return receive(request, signedIn, sha);
    if (request.method !== 'HEAD') return refuse('INVALID', { reason: 'method' });
    const upload = await uploadOf(deps, signedIn.actor, sha);
    if ('stored' in upload && upload.stored) wake(deps, signedIn.actor.org);
    return new Response(null, {
      headers: { 'upload-offset': String(upload.held), ...('size' in upload ? { 'upload-length': String(upload.size) } : {}) },
    });
  };
}

const shaOf = (request: Request) => {
  const read = photoHashSchema.safeParse(new URL(request.url).pathname.split('/').at(-1));
  return read.success ? read.data : refuse('NOT_FOUND');
};

function numberIn(request: Request, header: string): number {
  const text = request.headers.get(header) ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : refuse('INVALID', { reason: header });
}

const FILES: Readonly<Record<string, PhotoFile>> = { picture: 'picture', thumbnail: 'thumbnail', evidence: 'evidence' };

/** Asked again with every use, so that a session that ended sees nothing more; the bytes of a hash never change, so the answer is mostly 304. */
async function show(deps: Deps, request: Request, { actor }: SignedIn): Promise<Response> {
  const sha = shaOf(request);
  const file = FILES[new URL(request.url).searchParams.get('as') ?? 'picture'] ?? refuse('INVALID', { reason: 'as' });
  const { size, bytes } = await openPhoto(deps, actor, { sha, file });
  const tag = `"${sha.slice(0, 32)}-${file}"`;
  const headers = { etag: tag, 'cache-control': 'private, no-cache', 'content-security-policy': "default-src 'none'; sandbox" };
  if (request.headers.get('if-none-match') === tag) {
    await bytes.cancel();
    return new Response(null, { status: 304, headers });
  }
  const disposition = file === 'evidence' ? `attachment; filename="${sha}.jpg"` : 'inline';
  return new Response(bytes, {
    headers: { ...headers, 'content-type': 'image/jpeg', 'content-length': String(size), 'content-disposition': disposition },
  });
}
