import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { organisationIdSchema, photoHashSchema, userIdSchema } from '@heliograph/domain';
import type { AnalysisView, AskedAnalysis } from '@heliograph/domain/vision';
import { keepLonePhoto, openOutbox, type QueuedAnalysis } from '@heliograph/offline';
import { expect, test } from 'vitest';
import { cell } from '../../platform/readable.ts';
import { RpcError } from '../../platform/rpc.ts';
import { askAnalysis } from './ask-analysis.ts';

const bytes = new Uint8Array([1, 2, 3]);
const sha = photoHashSchema.parse(createHash('sha256').update(bytes).digest('hex'));
const unknownPhoto = () => new RpcError('NOT_FOUND', { reason: 'photo' });

/** A phone that holds the photo, and a server that answers in turn: a refusal, or the analysis. */
async function phone(...answers: (RpcError | 'asked')[]) {
  const owner = { org: organisationIdSchema.parse(crypto.randomUUID()), user: userIdSchema.parse(crypto.randomUUID()) };
  const outbox = openOutbox(owner);
  const record = { sha, size: bytes.length, mime: 'image/jpeg', slices: 1, sent: 0, state: 'waiting', at: 1 } as const;
  await keepLonePhoto(outbox, { record, slices: [bytes.buffer] });
  const id = crypto.randomUUID();
  const waiting: QueuedAnalysis = {
    id,
    sha,
    asked: { id, language: 'fr', photo: { sha, size: bytes.length } },
    at: 1,
    isAsked: false,
    problem: null,
  };
  const heard: AskedAnalysis[] = [];
  const send = async (asked: AskedAnalysis): Promise<AnalysisView> => {
    heard.push(asked);
    const answer = answers[heard.length - 1];
    if (answer instanceof RpcError) throw answer;
    // The line reads nothing of it but that it came.
    return { id: asked.id } as AnalysisView;
  };
  return { heard, id, ask: () => askAnalysis({ outbox, unsent: cell(undefined), send }, waiting) };
}

test('who holds the same photo as a colleague shows its bytes, under the id of the question', async () => {
  const { ask, heard, id } = await phone(unknownPhoto(), 'asked');
  expect(await ask()).toMatchObject({ id });
  expect(heard.map(({ possession }) => possession)).toEqual([undefined, createHash('sha256').update(id).update(bytes).digest('hex')]);
});

test('while the colleague’s bytes are still on their way nobody is told anything, and it is asked again later', async () => {
  const { ask, heard, id } = await phone(unknownPhoto(), unknownPhoto(), unknownPhoto(), 'asked');
  expect(await ask()).toBeNull();
  expect(await ask()).toMatchObject({ id });
  expect(heard.map(({ possession }) => possession !== undefined)).toEqual([false, true, false, true]);
});

test('what the server refuses for another reason is said', async () => {
  await expect((await phone(new RpcError('NOT_FOUND', { reason: 'asset' }))).ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect((await phone(unknownPhoto(), new RpcError('TOO_MANY', { retryAfter: 5 }))).ask()).rejects.toMatchObject({ code: 'TOO_MANY' });
});
