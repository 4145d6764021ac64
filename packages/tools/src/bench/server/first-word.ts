import { createModels } from '@heliograph/ai';
import { startModelServer } from '@heliograph/ai/testing';
import { deskOf, ORIGIN, type TestServer, testServer } from '@heliograph/api/testing';
import type { Database } from '@heliograph/db';
import { testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import { type Bench, type Measure, median, plain } from '../measure.ts';

/** Conversations that ask at the same moment. */
const AT_ONCE = 8;

/** What stands between a question and its first word beside the provider: choosing, retrieving, reserving, storing, passing on. */
export const firstWord: Bench = {
  name: 'first-word',
  isInShort: false,
  needsBuild: false,
  run: async () => {
    const embedded = await measure();
    const stop = await startPostgresServer();
    const postgres = await testPostgres();
    try {
      return [embedded, await measure(postgres.db)];
    } finally {
      await postgres.close();
      await stop();
    }
  },
};

/** Rounds of questions, and those of them that warm up. */
const ROUNDS = 8;
const WARM_UP = 2;
/** Longer than the window within which a person may ask so often, ms. */
const MINUTE = 61_000;

async function measure(db?: Database): Promise<Measure> {
  const models = await startModelServer();
  const server = await testServer({ trusted: [models.origin], ...(db === undefined ? {} : { db }) });
  const admin = await deskOf(server, server.own.people.admin);
  const model = { name: 'm', abilities: ['chat'], price: { input: 100, output: 400 }, contextLength: 8000, isOn: true };
  const place = { kind: 'other', baseUrl: models.baseUrl, apiVersion: null } as const;
  await admin.do('provider.save', { ...place, name: 'X', isOn: true, models: [model] });
  const bare = createModels(new Set([models.origin]));
  const floor = () =>
    timed(async () => {
      const messages = [{ role: 'user', content: QUESTION }] as const;
      for await (const _ of bare.chat({ ...place, key: '' }, { model: 'm', messages, temperature: 0, maxTokens: 50 })) return;
    });
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [bareTimes, times] = [await together(floor), await together(() => timed(() => ask(server, admin.cookie)))];
    await server.deps.hub.idle();
    server.pass(MINUTE);
    if (round < WARM_UP) continue;
    theirs.push(...bareTimes);
    ours.push(...times);
  }
  const name = `first word over the provider's, ${AT_ONCE} conversations at once, median, ${server.deps.db.engine}`;
  await server.close();
  await models.close();
  return plain({ name, value: median(ours) - median(theirs), unit: 'ms', target: '≤ 100 ms' });
}

const QUESTION = 'Riso 0,4 MΩ sur l’onduleur 3, je fais quoi ?';

const together = (one: () => Promise<number>): Promise<number[]> => Promise.all(Array.from({ length: AT_ONCE }, one));

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** A piece with something in it: an answer that begins is told of with an empty one. */
const WORD = /"delta":"[^"]/;

/** Asks in a conversation of its own, and reads until the first word. */
async function ask(server: TestServer, cookie: string): Promise<void> {
  const headers = { origin: ORIGIN, cookie, 'trpc-accept': 'application/jsonl', 'content-type': 'application/json' };
  const body = JSON.stringify({ 0: { id: crypto.randomUUID(), conversation: crypto.randomUUID(), text: QUESTION, language: 'fr' } });
  const answer = await server.handlers.trpc(new Request(`${ORIGIN}/api/trpc/conversation.send?batch=1`, { method: 'POST', headers, body }));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; !WORD.test(text); ) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error(`no word: ${text.slice(0, 300)}`);
    text += value;
  }
  await reader?.cancel();
}
