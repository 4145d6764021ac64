import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endless, gated, type ModelServer, type Reply, startModelServer } from '../testing/index.ts';
import type { ChatCall, ChatPiece } from './chat.ts';
import type { Endpoint } from './endpoint.ts';
import { createModels } from './models.ts';
import { PATIENCE } from './patience.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const endpoint = (more: Partial<Endpoint> = {}): Endpoint => ({ kind: 'other', baseUrl: server.baseUrl, key: 'sk-test', apiVersion: null, ...more });
const call = (more: Partial<ChatCall> = {}): ChatCall => ({
  model: 'm',
  messages: [{ role: 'user', content: 'Riso 0,4 MΩ ?' }],
  temperature: 0.7,
  maxTokens: 50,
  ...more,
});
const models = (patience = PATIENCE) => createModels(new Set([server.origin]), patience);
const hear = async (pieces: AsyncIterable<ChatPiece>) => {
  const all: ChatPiece[] = [];
  for await (const piece of pieces) all.push(piece);
  return {
    text: all.map((piece) => (piece.kind === 'delta' ? piece.text : '')).join(''),
    end: all.at(-1),
    ends: all.filter(({ kind }) => kind !== 'delta').length,
  };
};
const ask = (more: Partial<ChatCall> = {}, patience = PATIENCE) => hear(models(patience).chat(endpoint(), call(more)));

test('an answer comes word by word, with its tokens', async () => {
  server.answer('m', { text: 'Isoler la chaîne, puis mesurer.', usage: { input: 12, output: 7 } });
  expect(await ask()).toEqual({
    text: 'Isoler la chaîne, puis mesurer.',
    end: { kind: 'done', finish: 'stop', usage: { input: 12, output: 7, isEstimated: false } },
    ends: 1,
  });
  expect(server.asked[0]).toMatchObject({ key: 'sk-test', body: { temperature: 0.7, max_tokens: 50, stream: true } });
});

test('one answer after another comes over the same connection, also after a refusal', async () => {
  const line = models();
  const before = server.connections();
  for (const reply of [{ text: 'Un' }, { status: 401 }, { text: 'Deux' }, { text: 'Trois' }]) {
    server.answer('m', reply);
    await hear(line.chat(endpoint(), call()));
  }
  expect(server.connections() - before).toBe(1);
});

test('an answer is whole when it has said so, also where the line stays open', async () => {
  server.answer('m', { text: 'Coupez le courant.', end: 'open', usage: { input: 3, output: 4 } });
  expect(await ask({}, { ...PATIENCE, closing: 20 })).toMatchObject({
    text: 'Coupez le courant.',
    end: { kind: 'done', finish: 'stop', usage: { input: 3, output: 4, isEstimated: false } },
  });
});

test('the first word is there before the last is written', async () => {
  let finish = (): void => undefined;
  server.answer('m', {
    text: gated(
      'Un',
      new Promise<void>((done) => {
        finish = done;
      }),
      ' deux',
    ),
  });
  const pieces = models().chat(endpoint(), call());
  expect((await pieces.next()).value).toEqual({ kind: 'delta', text: 'Un' });
  finish();
  expect(await hear(pieces)).toMatchObject({ text: ' deux', end: { kind: 'done' } });
});

test.each<[string, Reply, object]>([
  ['a wrong key', { status: 401, code: 'invalid_api_key' }, { fault: 'key' }],
  ['an unknown model', { status: 404, code: 'model_not_found' }, { fault: 'model' }],
  ['an empty account', { status: 429, code: 'insufficient_quota' }, { fault: 'quota' }],
  ['too many calls, with a long wait', { status: 429, retryAfter: 3600 }, { fault: 'limited', retryAfter: 3600 }],
  ['a failure', { status: 500 }, { fault: 'overloaded' }],
  ['a question too long', { status: 400, code: 'context_length_exceeded' }, { fault: 'too_long' }],
  ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, { fault: 'garbage' }],
  ['a page in place of a stream', { raw: '<html><script>alert(1)</script></html>' }, { fault: 'garbage' }],
  ['an empty answer', { raw: '' }, { fault: 'garbage' }],
  ['a server that hangs up', { hangUp: true }, { fault: 'unreachable' }],
])('%s is a code, and free of charge', async (_, reply, expected) => {
  server.answer('m', reply);
  expect(await ask()).toEqual({ text: '', end: { kind: 'error', ...expected, usage: { input: 0, output: 0, isEstimated: false } }, ends: 1 });
});

test.each(['cut', 'mute'] as const)('a stream that ends in the middle (%s) keeps its words and is charged for them', async (end) => {
  server.answer('m', { text: 'Coupez le', end });
  expect(await ask()).toMatchObject({ text: 'Coupez le', end: { kind: 'error', fault: 'cut', usage: { isEstimated: true, output: 3 } } });
});

test('pieces that are not JSON end the answer; its words stay', async () => {
  const word = JSON.stringify({ choices: [{ delta: { content: 'Bon' } }] });
  server.answer('m', { raw: `data: ${word}\n\ndata: {not json\n\n`, type: 'text/event-stream' });
  expect(await ask()).toMatchObject({ text: 'Bon', end: { kind: 'error', fault: 'garbage' } });
});

test('pieces that are odd but harmless are passed over', async () => {
  const odd = [
    {},
    { choices: null },
    { choices: [{ delta: { content: 7 } }] },
    { choices: [{ delta: { content: 'Bon' }, finish_reason: 'stop' }], usage: 'many' },
  ];
  server.answer('m', {
    raw: `: ping\n\n${odd.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')}data: [DONE]\n\n`,
    type: 'text/event-stream',
  });
  expect(await ask()).toMatchObject({ text: 'Bon', end: { kind: 'done', usage: { isEstimated: true } } });
});

test('an error inside a stream is one', async () => {
  server.answer('m', { raw: 'data: {"error":{"message":"no"}}\n\n', type: 'text/event-stream' });
  expect(await ask()).toMatchObject({ end: { kind: 'error', fault: 'overloaded' } });
});

test('an endless answer is ended at its longest, upstream too', async () => {
  server.answer('m', { text: endless() });
  const { text, end } = await ask({ maxTokens: 20 });
  expect(text.length).toBe(320);
  expect(end).toMatchObject({ kind: 'done', finish: 'length' });
  expect(await server.asked[0]?.over).toBe('aborted');
});

// Long enough for the question to arrive upstream on a crowded machine.
test.each([
  ['never begins', { firstWord: 500 }, { silence: true }],
  ['falls silent', { silence: 30 }, { text: gated('Un', new Promise(() => undefined)) }],
  ['is never done', { whole: 500 }, { text: endless() }],
] satisfies [string, object, Reply][])('a provider that %s is given up on, upstream too', async (_, patience, reply) => {
  server.answer('m', reply);
  expect(await ask({ maxTokens: 10_000_000 }, { ...PATIENCE, ...patience })).toMatchObject({ end: { kind: 'error', fault: 'timeout' } });
  expect(await server.asked[0]?.over).toBe('aborted');
});

describe('stopped by the person', () => {
  test('in the middle: the call ends upstream, the words stay', async () => {
    const stop = new AbortController();
    server.answer('m', { text: gated('Un deux', new Promise(() => undefined)) });
    const pieces = models().chat(endpoint(), call({ signal: stop.signal }));
    await pieces.next();
    stop.abort();
    expect(await hear(pieces)).toMatchObject({ end: { kind: 'error', fault: 'stopped', usage: { isEstimated: true } } });
    expect(await server.asked[0]?.over).toBe('aborted');
  });
  test('before it began: nothing is asked', async () => {
    expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({ end: { kind: 'error', fault: 'stopped' } });
    expect(server.asked).toEqual([]);
  });
  test('by leaving: whoever no longer listens does not keep the call alive', async () => {
    server.answer('m', { text: endless() });
    for await (const _ of models().chat(endpoint(), call())) break;
    expect(await server.asked[0]?.over).toBe('aborted');
  });
});

test('asked to wait a moment, one waits and asks again', async () => {
  server.answer('m', () => (server.asked.length === 1 ? { status: 429, retryAfter: 0 } : { text: 'Voilà' }));
  expect(await ask()).toMatchObject({ text: 'Voilà', end: { kind: 'done' } });
  expect(server.asked).toHaveLength(2);
});

test('a field the model does not know is left out', async () => {
  server.answer('m', ({ body }) => ('temperature' in body ? { status: 400, param: 'temperature', code: 'unsupported_value' } : { text: 'Voilà' }));
  expect(await ask()).toMatchObject({ text: 'Voilà', end: { kind: 'done' } });
});

test('every dialect is spoken: the deployment of Azure, the limit of OpenAI, the counting of Mistral', async () => {
  const all = [
    endpoint({ kind: 'azure', baseUrl: server.origin, apiVersion: '2025-04-01-preview' }),
    endpoint({ kind: 'openai' }),
    endpoint({ kind: 'mistral' }),
  ];
  for (const one of all) expect(await hear(models().chat(one, call()))).toMatchObject({ end: { kind: 'done' } });
  const [azure, openai, mistral] = server.asked;
  expect(azure).toMatchObject({ path: '/openai/deployments/m/chat/completions', key: 'sk-test', model: 'm', body: { max_completion_tokens: 50 } });
  expect(openai?.body).toMatchObject({ max_completion_tokens: 50, stream_options: { include_usage: true } });
  expect(mistral?.body).not.toHaveProperty('stream_options');
});

test('an address inside the network is not reached unless the operator trusts it', async () => {
  const wary = createModels(new Set());
  for (const baseUrl of [server.baseUrl, server.baseUrl.replace('http:', 'https:'), 'https://169.254.169.254/v1'])
    expect(await hear(wary.chat(endpoint({ baseUrl }), call()))).toMatchObject({ end: { kind: 'error', fault: 'address' } });
  expect(server.asked).toEqual([]);
});
