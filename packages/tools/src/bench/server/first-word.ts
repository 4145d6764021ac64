import { createModels } from '@heliograph/ai';
import { startModelServer } from '@heliograph/ai/testing';
import { deskOf, ORIGIN, type TestServer, testServer } from '@heliograph/api/testing';
import { type Bench, median, plain } from '../measure.ts';

/** Conversations that ask at the same moment. */
const AT_ONCE = 8;

/** What stands between a question and its first word beside the provider: choosing, retrieving, reserving, storing, passing on. */
export const firstWord: Bench = {
  name: 'first-word',
  isInShort: false,
  needsBuild: false,
  run: async () => {
    const models = await startModelServer();
    const server = await testServer({ trusted: [models.origin] });
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
    const { technician, supervisor } = server.own.people;
    const people = [admin.cookie, await server.signIn(technician), await server.signIn(supervisor)];
    const [ours, theirs]: [number[], number[]] = [[], []];
    // The first round warms up; each person stays below what one may ask in a minute.
    for (const [round, cookie] of people.entries()) {
      const [bareTimes, times] = [await together(floor), await together(() => timed(() => ask(server, cookie)))];
      await server.deps.hub.idle();
      if (round > 0) [theirs, ours].forEach((all, at) => all.push(...(at === 0 ? bareTimes : times)));
    }
    await server.close();
    await models.close();
    const name = `first word over the provider's, ${AT_ONCE} conversations at once, median`;
    return [plain({ name, value: median(ours) - median(theirs), unit: 'ms', target: '≤ 100 ms' })];
  },
};

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
