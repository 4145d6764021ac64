import { can, refuse } from '@heliograph/domain';
import { LARGEST } from '../attachment/attachment.service.ts';
import type { Deps } from '../deps.ts';
import { readBytes } from '../http/body.ts';
import type { Visit } from '../http/door.ts';
import { storeTipPhoto } from './tip-photo.service.ts';

/** `POST /api/tips/{id}/photos`: the bytes of a picture as they are; answers `{ sha, width, height }`, which a version of the tip names. */
export async function tipPhotoHandler(deps: Deps, { request, note }: Visit): Promise<Response> {
  const { actor } = (await deps.sessions.read(request.headers.get('cookie'))) ?? refuse('SIGNED_OUT');
  note({ paths: 'tip-photo', org: actor.org, user: actor.user });
  if (request.method !== 'POST') refuse('INVALID', { reason: 'method' });
  if (!can(actor, 'tip.write') || !can(actor, 'photo.write')) refuse('NOT_ALLOWED');
  const id = PATH.exec(new URL(request.url).pathname)?.[1] ?? refuse('NOT_FOUND');
  return Response.json(await storeTipPhoto(deps, actor, { id, given: await readBytes(request, LARGEST.photo) }));
}

const PATH = /^\/api\/tips\/([^/]{1,64})\/photos$/;
