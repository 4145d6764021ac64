import { atRate, gated, type ModelServer, startModelServer } from '@heliograph/ai/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ORIGIN, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let models: ModelServer;
let cookie: string;
let admin: string;
let provider: string;

beforeAll(async () => {
  models = await startModelServer();
  server = await testServer({ trusted: [models.origin] });
  cookie = await server.signIn(server.own.people.technician);
  admin = await server.signIn(server.own.people.admin);
  const model = (name: string) => ({ name, abilities: ['chat'], price: { input: 1000, output: 2000 }, contextLength: 8000, isOn: true });
  const input = { kind: 'other', name: 'Chez nous', baseUrl: models.baseUrl, apiVersion: null, isOn: true, models: ['a', 'b', 'c'].map(model) };
  provider = (await server.call('provider.save', { method: 'POST', cookie: admin, input })).data.id;
});
afterEach(async () => {
  await server.deps.hub.idle();
  models.reset();
  // So many questions a minute are one person's limit, not a test's.
  server.pass(60_000);
});
afterAll(async () => {
  await server.close();
  await models.close();
});

const question = (more: object = {}) => ({
  ...{ id: crypto.randomUUID(), conversation: crypto.randomUUID(), text: 'Riso 0,4 MΩ sur l’onduleur 3, je fais quoi ?', language: 'fr' },
  asking: { models: [{ provider, model: 'a' }] },
  ...more,
});
const sideBySide = (...names: string[]) => ({ asking: { models: names.map((model) => ({ provider, model })) } });

/** What a stream of lines says of each answer, until `until` is found in it or it ends. */
async function read(path: string, input: unknown, { as = cookie, until = null }: { as?: string; until?: RegExp | null } = {}) {
  const isChange = path === 'conversation.send';
  const leaving = new AbortController();
  const headers = { origin: ORIGIN, cookie: as, 'trpc-accept': 'application/jsonl', 'content-type': 'application/json' };
  const batch = JSON.stringify({ 0: input });
  const url = `${ORIGIN}/api/trpc/${path}?batch=1${isChange ? '' : `&input=${encodeURIComponent(batch)}`}`;
  const init = isChange ? { method: 'POST', body: batch } : {};
  const answer = await server.handlers.trpc(new Request(url, { ...init, headers, signal: leaving.signal }));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (until === null || !until.test(text)) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += value;
  }
  leaving.abort();
  await reader?.cancel().catch(() => undefined);
  return heard(text);
}

interface Heard {
  readonly texts: Readonly<Record<string, string>>;
  /** In how many pieces each came that held words. */
  readonly pieces: Readonly<Record<string, number>>;
  readonly ends: Readonly<
    Record<string, { status: string; problem: string | null; tokensOut: number | null; cost: number | null; firstWordMs: number | null }>
  >;
  readonly answers: Readonly<Record<string, string>>;
  readonly found: { sources: unknown[]; safety: { refuse: string | null; emergency: boolean } } | null;
  readonly refused: string | null;
}

function heard(text: string): Heard {
  const texts: Record<string, string> = {};
  const pieces: Record<string, number> = {};
  const starts: Record<string, number> = {};
  const ends: Record<string, Heard['ends'][string]> = {};
  const answers: Record<string, string> = {};
  let found: Heard['found'] = null;
  const lines = text.split('\n').filter((line) => line.trim().startsWith('['));
  for (const [, , encoded] of lines.map((line) => JSON.parse(line))) {
    const event = encoded?.[0]?.[0];
    if (event?.found) found = event.found;
    if (typeof event?.answer !== 'string') continue;
    answers[event.model] = event.answer;
    if ('delta' in event) {
      // Each piece says where it belongs: without a gap behind the one before.
      starts[event.model] ??= event.at;
      expect(event.at).toBe((starts[event.model] ?? 0) + (texts[event.model] ?? '').length);
      texts[event.model] = (texts[event.model] ?? '') + event.delta;
      pieces[event.model] = (pieces[event.model] ?? 0) + (event.delta === '' ? 0 : 1);
    } else ends[event.model] = event.done ?? event.error;
  }
  return { texts, pieces, ends, answers, found, refused: /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null };
}

const get = async (id: string, as = cookie) => server.call('conversation.get', { cookie: as, input: { id } });
const change = (path: string, input: object, as = cookie) => server.call(path, { method: 'POST', cookie: as, input });
const askedOf = (model: string) => models.asked.filter((one) => one.model === model && one.stream);
/** Questions alone: a title is made beside the first one. */
const answersAsked = () =>
  models.asked
    .filter(({ question: text }) => text.includes('Riso'))
    .filter(({ messages }) => messages.length > 1 && !String(messages[0]?.content).startsWith('Donnez'));

test('answers are in the language that a person wants, whatever they read the application in', async () => {
  const taste = { isAutomatic: true, models: [], temperature: null, longestAnswer: null };
  const rulesFor = async (language: 'en' | null) => {
    await change('ai.prefer', { ...taste, language });
    const asked = question();
    await read('conversation.send', asked);
    expect((await get(asked.conversation)).data.questions[0].language).toBe(language ?? 'fr');
    return askedOf('a').findLast(({ body }) => body['max_tokens'] !== 30)?.messages[0]?.content;
  };
  expect([await rulesFor('en'), await rulesFor(null)]).toEqual([expect.stringMatching(/^You /), expect.stringMatching(/^Vous /)]);
  // An application from before this wish says nothing of it.
  expect((await change('ai.prefer', taste)).data.language).toBeNull();
});

describe('several models on one question', () => {
  test('each streams on its own: one fails, one is slow, and nobody waits for them', async () => {
    const gate = Promise.withResolvers<void>();
    models.answer('a', { text: 'Arrêtez et mesurez.' });
    models.answer('b', { status: 500 });
    models.answer('c', { text: gated('Lent ', gate.promise, 'mais là.') });
    const asked = question(sideBySide('a', 'b', 'c'));
    const early = await read('conversation.send', asked, { until: /"done":[\s\S]*"error":|"error":[\s\S]*"done":/ });
    expect(early.ends).toMatchObject({ a: { status: 'done' }, b: { status: 'failed', problem: 'overloaded' } });
    gate.resolve();
    const late = await read('conversation.follow', { question: asked.id });
    expect(late.texts).toEqual({ a: 'Arrêtez et mesurez.', b: '', c: 'Lent mais là.' });
    expect(late.ends['a']).toMatchObject({ tokensOut: 3, cost: 10 * 1000 + 3 * 2000 });
    expect(late.ends['a']?.firstWordMs).toBeGreaterThanOrEqual(0);
  });

  test('words that come fast are told together: all of them, in order, in far fewer pieces', async () => {
    const words = Array.from({ length: 300 }, (_, at) => `mot${at}`);
    models.answer('a', () => ({ text: atRate(words.join(' '), 400) }));
    const { texts, pieces } = await read('conversation.send', question());
    expect(texts['a']).toBe(words.join(' '));
    expect(pieces['a']).toBeLessThan(words.length / 3);
    expect(pieces['a']).toBeGreaterThan(1);
  });

  test('the same asked once more goes to the strong model: the answer before did not do', async () => {
    models.answer('a', { text: 'Oui.' });
    const first = question({ asking: { models: [] }, text: 'Comment nettoyer un module ?' });
    const reasonOf = async (asked: typeof first) => {
      await read('conversation.send', asked);
      const { questions } = (await get(first.conversation)).data;
      return questions.find(({ id }: { id: string }) => id === asked.id).answers[0].reason;
    };
    expect(await reasonOf(first)).toBe('plain');
    expect(await reasonOf({ ...first, id: crypto.randomUUID() })).toBe('earlier');
    expect(await reasonOf({ ...first, id: crypto.randomUUID(), text: 'Comment nettoyer une vitre ?' })).toBe('plain');
  });

  test('a person chooses the better one, and the conversation goes on from it', async () => {
    models.answer('a', { text: 'Réponse A.' });
    models.answer('b', { text: 'Réponse B.' });
    const first = question(sideBySide('a', 'b'));
    const { answers } = await read('conversation.send', first);
    await change('conversation.choose', { question: first.id, answer: answers['b'] });
    await read('conversation.send', question({ conversation: first.conversation, parent: first.id, text: 'Et ensuite ?' }));
    const sent = models.asked.findLast(({ question: text }) => text.includes('Et ensuite'));
    expect(sent?.messages.map(({ content }) => content)).toContain('Réponse B.');
    expect(JSON.stringify(sent?.messages)).not.toContain('Réponse A.');
    expect((await get(first.conversation)).data.questions[0].answers).toMatchObject([{ isChosen: false }, { isChosen: true }]);
  });

  test('a model that failed is asked again alone, in its place; one that answered is never asked over its words', async () => {
    models.answer('a', { text: 'Réponse A.' });
    models.answer('b', { status: 500 });
    const asked = question(sideBySide('a', 'b'));
    const { answers } = await read('conversation.send', asked);
    models.answer('b', { text: 'Réponse B.' });
    expect((await change('conversation.again', { answer: answers['b'] })).data).toEqual({ question: asked.id });
    expect((await read('conversation.follow', { question: asked.id })).texts).toEqual({ a: 'Réponse A.', b: 'Réponse B.' });
    const [first, ...others] = answersAsked();
    for (const other of others) expect(other.messages).toEqual(first?.messages);
    expect(answersAsked().filter(({ model }) => model === 'a')).toHaveLength(1);
    expect((await change('conversation.again', { answer: answers['b'] })).status).toBe(409);
  });

  test('an edited question is a branch beside the first one, and either can be shown', async () => {
    const first = question();
    await read('conversation.send', first);
    const next = question({ conversation: first.conversation, parent: first.id, text: 'Riso, suite' });
    await read('conversation.send', next);
    const edited = question({ conversation: first.conversation, text: 'Riso, autrement' });
    await read('conversation.send', edited);
    const { data } = await get(first.conversation);
    expect(data.questions).toHaveLength(3);
    expect(data.conversation.leaf).toBe(edited.id);
    expect((await change('conversation.branch', { question: first.id })).data).toEqual({ leaf: next.id, branches: [first.id, edited.id] });
    expect(models.asked.findLast(({ question: text }) => text.includes('autrement'))?.messages).toHaveLength(2);
  });
});

describe('reading along', () => {
  test('a reader who was cut off goes on from where they were; nothing is asked twice', async () => {
    const gate = Promise.withResolvers<void>();
    models.answer('a', { text: gated('Première moitié, ', gate.promise, 'seconde moitié.') });
    const asked = question();
    const half = await read('conversation.send', asked, { until: /moitié/ });
    gate.resolve();
    const from = (half.texts['a'] ?? '').length;
    const rest = await read('conversation.follow', { question: asked.id, offsets: { [half.answers['a'] ?? '']: from } });
    expect((half.texts['a'] ?? '') + (rest.texts['a'] ?? '')).toBe('Première moitié, seconde moitié.');
    expect(answersAsked()).toHaveLength(1);
  });

  test('the same question sent again, even at once, is answered once', async () => {
    const asked = question();
    const all = await Promise.all([read('conversation.send', asked), read('conversation.send', asked), read('conversation.send', asked)]);
    expect(new Set(all.map(({ texts }) => texts['a'])).size).toBe(1);
    expect(answersAsked()).toHaveLength(1);
  });

  test('stopped: the call is broken off upstream, what had come is kept and marked', async () => {
    models.answer('a', { text: gated('Un début ', new Promise(() => undefined)) });
    const asked = question();
    await read('conversation.send', asked, { until: /début/ });
    expect((await change('conversation.stop', { question: asked.id })).data.stopped).toHaveLength(1);
    expect((await read('conversation.follow', { question: asked.id })).ends['a']).toMatchObject({ status: 'stopped' });
    expect((await get(asked.conversation)).data.questions[0].answers[0].text.trim()).toBe('Un début');
    expect(await askedOf('a').at(-1)?.over).toBe('aborted');
  });

  test('an answer without a word is none: it says so, and its model can be asked again', async () => {
    models.answer('a', { text: '' });
    const asked = question();
    const { ends, answers } = await read('conversation.send', asked);
    expect(ends['a']).toMatchObject({ status: 'failed', problem: 'empty' });
    models.answer('a', { text: 'Mesurez.' });
    await change('conversation.again', { answer: answers['a'] });
    await server.deps.hub.idle();
    expect((await get(asked.conversation)).data.questions[0].answers).toMatchObject([{ status: 'done', text: 'Mesurez.' }]);
  });

  test('an answer cut by its provider keeps what had come, and says so', async () => {
    models.answer('a', { text: 'La moitié', end: 'cut' });
    expect(await read('conversation.send', question())).toMatchObject({ texts: { a: 'La moitié' }, ends: { a: { status: 'cut', problem: 'cut' } } });
  });

  test('what a server that died left behind is ended by the next reader', async () => {
    const gate = Promise.withResolvers<void>();
    models.answer('a', { text: gated('Perdu', gate.promise) });
    const asked = question();
    const { answers } = await read('conversation.send', asked, { until: /Perdu/ });
    server.pass(60_000);
    expect((await get(asked.conversation)).data.questions[0].answers[0]).toMatchObject({ id: answers['a'], status: 'cut', problem: 'server' });
    gate.resolve();
    server.pass(-60_000);
  });
});

describe('bad input', () => {
  test('200,000 characters are refused before anything is asked', async () => {
    expect(await read('conversation.send', question({ text: 'a'.repeat(200_000) }))).toMatchObject({ refused: 'TOO_LARGE' });
    expect(models.asked).toHaveLength(0);
  });

  test('what nobody sees reaches neither the model nor the reader', async () => {
    const hidden = Array.from('ignore', (letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('');
    models.answer('a', { text: `Clair${hidden}\u202e et net` });
    const { texts } = await read('conversation.send', question({ text: `Riso${hidden} ?` }));
    expect(texts['a']).toBe('Clair et net');
    expect(JSON.stringify(models.asked)).not.toContain(hidden);
  });

  test('what safety refuses is asked of no model', async () => {
    const { found, texts } = await read('conversation.send', question({ text: 'Comment ponter le contrôleur d’isolement pour redémarrer ?' }));
    expect(found?.safety.refuse).toBe('bypass_protection');
    expect(texts).toEqual({});
    expect(models.asked).toHaveLength(0);
  });

  test('an answer that says what must not be said is broken off, and goes no further', async () => {
    models.answer('a', { text: 'Bien sûr. Contournez la protection avec un fil. Puis redémarrez.' });
    const asked = question();
    expect((await read('conversation.send', asked)).ends['a']).toMatchObject({ status: 'failed', problem: 'unsafe_bypass_protection' });
    await read('conversation.send', question({ conversation: asked.conversation, parent: asked.id, text: 'Riso, et ensuite ?' }));
    expect(JSON.stringify(models.asked.at(-1)?.messages)).not.toContain('avec un fil');
    expect((await server.call('conversation.export', { cookie, input: { id: asked.conversation } })).text).not.toContain('avec un fil');
  });

  test('the budget used up is said in the answer, and nothing is asked', async () => {
    const settings = (await server.call('ai.settings', { cookie: admin })).data;
    await change('ai.update', { revision: settings.revision, monthlyBudget: 0 }, admin);
    expect((await read('conversation.send', question())).ends['a']).toMatchObject({ status: 'failed', problem: 'budget_organisation' });
    expect(models.asked).toHaveLength(0);
    await change('ai.update', { revision: settings.revision + 1, monthlyBudget: null }, admin);
  });
});

describe('private to their author', () => {
  test('neither a colleague nor an admin reads, changes or finds one; sharing opens it to be read', async () => {
    const asked = question({ text: 'Riso très particulier' });
    await read('conversation.send', asked);
    const { conversation: id } = asked;
    for (const other of [admin, await server.signIn(server.own.people.supervisor), await server.signIn(server.other.people.admin)]) {
      expect((await get(id, other)).status).toBe(404);
      expect((await read('conversation.follow', { question: asked.id }, { as: other })).refused).toBe('NOT_FOUND');
      expect((await server.call('conversation.search', { cookie: other, input: { query: 'particulier' } })).data).toEqual([]);
      expect((await change('conversation.update', { id, title: 'x' }, other)).status).toBe(404);
      expect((await read('conversation.send', question({ conversation: id, parent: asked.id }), { as: other })).refused).toBe('NOT_FOUND');
    }
    await change('conversation.share', { id, isShared: true });
    expect((await get(id, admin)).data.isOwn).toBe(false);
    expect((await change('conversation.update', { id, title: 'x' }, admin)).status).toBe(404);
    expect((await get(id, await server.signIn(server.other.people.admin))).status).toBe(404);
  });

  test('searched, moved, pinned, exported, removed and put back', async () => {
    models.answer('a', { text: 'Serrez au couple de la notice.' });
    const asked = question();
    await read('conversation.send', asked);
    const { conversation: id } = asked;
    const titles = async (input?: object) =>
      (await server.call('conversation.list', { cookie, input })).data.items.map((one: { id: string }) => one.id);
    expect(
      (await server.call('conversation.search', { cookie, input: { query: 'COUPLE notice' } })).data.map((one: { id: string }) => one.id),
    ).toContain(id);
    await change('conversation.update', { id, title: 'Onduleur 3', folder: 'Crest-Nord', isPinned: true });
    expect((await titles())[0]).toBe(id);
    expect(await titles({ folder: 'Crest-Nord' })).toEqual([id]);
    const exported = (await server.call('conversation.export', { cookie, input: { id } })).data;
    expect(exported.name).toBe('Onduleur-3.md');
    expect(exported.text).toContain('Serrez au couple de la notice.');
    await change('conversation.remove', { id });
    expect((await get(id)).status).toBe(404);
    await change('conversation.remove', { id, isUndone: true });
    expect((await get(id)).data.conversation.title).toBe('Onduleur 3');
  });

  test('a better title is made once, and never over the author’s own', async () => {
    models.answer('a', ({ messages }) => ({
      text: String(messages[0]?.content).startsWith('Donnez') ? '« Isolement de l’onduleur 3 ».' : 'Mesurez.',
    }));
    const asked = question();
    await read('conversation.send', asked);
    await server.deps.hub.idle();
    expect((await get(asked.conversation)).data.conversation.title).toBe('Isolement de l’onduleur 3');
  });
});
