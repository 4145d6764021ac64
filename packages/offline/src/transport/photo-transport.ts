import type { PhotoHash } from '@heliograph/domain';
import type { PhotoTransport, UploadResult } from '@heliograph/sync';
import * as z from 'zod/mini';
import { type Answer, isOurRefusal, readAnswer, retryAfter } from './answer.ts';
import { deadline } from './deadline.ts';
import type { Wire } from './exchange-transport.ts';

/** `fetch` tells nothing of an upload's progress, so the slice is the step that must be made in this time. */
const GRACE_MS = 30_000;

/** Photo bytes by hash, slice by slice, resumed wherever the server says it stands. Never throws. */
export function openPhotoTransport({ fetch = globalThis.fetch.bind(globalThis), base = '', grace = GRACE_MS }: Wire = {}): PhotoTransport {
  const ask = async (sha: PhotoHash, init: RequestInit & { body?: ArrayBuffer }): Promise<Answer | null> => {
    const limit = deadline(grace, init.body?.byteLength ?? 0);
    try {
      const response = await fetch(`${base}/api/photos/${sha}`, { ...init, redirect: 'error', cache: 'no-store', signal: limit.signal });
      return await readAnswer(response, limit);
    } catch {
      return null;
    } finally {
      limit.clear();
    }
  };
  return {
    offset: async (sha) => {
      const answer = await ask(sha, { method: 'HEAD' });
      // A HEAD has no body to prove whose refusal it is: the first slice will tell.
      if (answer !== null && (answer.status === 404 || REFUSALS.has(answer.status))) return { kind: 'at', at: 0, stored: false };
      return resultOf(answer, null);
    },
    send: async (sha, { at, total, bytes }) => {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at), 'upload-length': String(total) };
      return resultOf(await ask(sha, { method: 'PATCH', headers, body: bytes }), total);
    },
  };
}

const reasonSchema = z.object({ error: z.looseObject({ code: z.string() }) });

function resultOf(answer: Answer | null, total: number | null): UploadResult {
  if (answer === null) return { kind: 'unknown', retryAfterMs: null };
  const { status, headers, json } = answer;
  const at = countIn(headers, 'upload-offset');
  const length = total ?? countIn(headers, 'upload-length');
  const isPlaced = at !== null && (length === null || at <= length);
  if ((status === 200 || status === 204) && isPlaced) return { kind: 'at', at, stored: at === length };
  // Our picture of how far it got was wrong; the server's is right.
  if (status === 409 && isPlaced) return { kind: 'at', at, stored: false };
  const isOurs = isOurRefusal(answer);
  if (status === 401 && isOurs) return { kind: 'signed_out' };
  if (status === 404 && isOurs) return { kind: 'not_named' };
  if (isOurs && REFUSALS.has(status)) return { kind: 'refused', reason: reasonSchema.safeParse(json).data?.error.code ?? String(status) };
  return { kind: 'unknown', retryAfterMs: retryAfter(answer) };
}

/** The bytes themselves are refused: no photo, too large, not what their name says. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 415, 422]);

function countIn(headers: Headers, name: string): number | null {
  const text = headers.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
