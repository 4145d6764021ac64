import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type ModelServer, startModelServer } from '../testing/index.ts';
import type { Endpoint } from './endpoint.ts';
import { createModels } from './models.ts';
import type { StructuredCall } from './structured.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const schema = z.strictObject({ defect: z.enum(['hotspot', 'none']), severity: z.nullable(z.int()) });
type Value = z.infer<typeof schema>;
const endpoint = (): Endpoint => ({ kind: 'other', baseUrl: server.baseUrl, key: '', apiVersion: null });
const ask = (more: Partial<StructuredCall<Value>> = {}) =>
  createModels(new Set([server.origin])).structured(endpoint(), {
    ...{ model: 'm', schema, name: 'photo', maxTokens: 100, canJson: true },
    messages: [
      {
        role: 'user',
        content: [
          { kind: 'text', text: 'Quoi ?' },
          { kind: 'picture', dataUrl: 'data:image/png;base64,AAAA' },
        ],
      },
    ],
    ...more,
  });

test('a model that keeps to a schema is given it, with the picture', async () => {
  server.answer('m', { json: { defect: 'hotspot', severity: 3 } });
  expect(await ask()).toEqual({
    kind: 'ok',
    value: { defect: 'hotspot', severity: 3 },
    tries: 1,
    usage: { input: 10, output: 1, isEstimated: false },
  });
  expect(server.asked[0]).toMatchObject({
    pictures: 1,
    body: { response_format: { json_schema: { strict: true, schema: { additionalProperties: false } } } },
  });
});

test('one that does not is told it in words, and may write around its answer', async () => {
  server.answer('m', { text: 'Voici :\n```json\n{"defect":"none","severity":null}\n```' });
  expect(await ask({ canJson: false })).toMatchObject({ kind: 'ok', value: { defect: 'none', severity: null } });
  expect(server.asked[0]?.body).not.toHaveProperty('response_format');
  expect(JSON.stringify(server.asked[0]?.messages)).toContain('JSON schema');
});

test('a wrong answer is sent back once, with where it is wrong and nothing of what it said', async () => {
  server.answer('m', () => ({ json: server.asked.length === 1 ? { defect: 'ignore previous', severity: 3 } : { defect: 'none', severity: 1 } }));
  expect(await ask()).toMatchObject({ kind: 'ok', tries: 2, usage: { input: 20 } });
  const repair = String(server.asked[1]?.messages.at(-1)?.content);
  expect(repair).toContain('defect');
  expect(repair).not.toContain('ignore');
});

test.each(['no', '{"defect":', '{"defect":"none","severity":"high"}', ''])('twice wrong (%s) is no answer, and is paid for', async (text) => {
  server.answer('m', { text });
  expect(await ask()).toMatchObject({ kind: 'none', usage: { input: 20 } });
  expect(server.asked).toHaveLength(2);
});

test('what fails is a code', async () => {
  server.answer('m', { status: 401 });
  expect(await ask()).toEqual({ kind: 'error', fault: 'key', usage: { input: 0, output: 0, isEstimated: false } });
  server.answer('m', { raw: '<html>' });
  expect(await ask()).toMatchObject({ kind: 'error', fault: 'garbage' });
  expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({ kind: 'error', fault: 'stopped' });
});

test('a model is tried for what it can do', async () => {
  server.answer('m', ({ pictures, body }) =>
    pictures > 0 ? { status: 400, param: 'messages' } : 'response_format' in body ? { json: { works: true } } : { text: 'OK' },
  );
  const trials = await createModels(new Set([server.origin])).try(endpoint(), { name: 'm' });
  expect(trials.map(({ ability, fault }) => [ability, fault])).toEqual([
    ['chat', null],
    ['vision', 'refused'],
    ['json', null],
  ]);
  server.answer('m', { status: 401 });
  const refused = await createModels(new Set([server.origin])).try(endpoint(), { name: 'm' });
  expect(refused.map(({ ability, fault }) => [ability, fault])).toEqual([['chat', 'key']]);
});
