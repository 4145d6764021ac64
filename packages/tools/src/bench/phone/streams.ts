import { atRate, launchPhone, type ModelServer, PASSWORD, signIn, startModelServer, waitUntilReady } from '../../browser/index.ts';
import type { Phone } from '../../browser/phone.ts';
import { startDemo } from '../demo.ts';
import { against, type Bench, type Effort, type Measure, plain } from '../measure.ts';
import { TECHNICIAN } from '../server/client.ts';
import { MID_PHONE_RATE } from './lab.ts';

const MODELS = ['un', 'deux', 'trois', 'quatre'];
/** Words a second of each model. */
const RATE = 100;
const SECONDS: Record<Effort, number> = { short: 3, full: 10 };
/** A frame that comes later than this was seen to be late, ms. */
const LATE_MS = 50;

/** Four answers at once on a mid phone: how smooth it stays, against the same screen with nothing coming. */
export const streams: Bench = {
  name: 'streams',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const models = await startModelServer();
    const server = await startDemo({ AI_TRUSTED_ORIGINS: models.origin });
    try {
      await connect(server.origin, models);
      const phone = await launchPhone({ origin: server.origin });
      try {
        return await measure(phone, models, SECONDS[effort]);
      } finally {
        await phone.close();
      }
    } finally {
      await server.stop();
      await models.close();
    }
  },
};

async function measure({ page, slowDown }: Phone, models: ModelServer, seconds: number): Promise<Measure[]> {
  const words = Array.from({ length: RATE * (seconds + 4) }, (_, n) => (n % 40 === 39 ? `mot${n}.\n\n` : `mot${n}`)).join(' ');
  for (const model of MODELS) models.answer(model, ({ stream, messages }) => ({ text: stream && messages.length > 1 ? atRate(words, RATE) : 'x' }));
  await signIn(page, TECHNICIAN);
  // What a phone fetches on its first day is no part of this.
  await waitUntilReady(page);
  await page.goto('/app/assistant');
  await page.getByRole('button', { name: 'Nouvelle question' }).click();
  await page.getByRole('textbox', { name: 'Votre question' }).waitFor();
  await slowDown(MID_PHONE_RATE);
  const still = await lateFrames(page, seconds);
  await page.getByRole('textbox', { name: 'Votre question' }).fill('Quatre réponses à la fois');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page
    .getByRole('article')
    .nth(MODELS.length - 1)
    .getByText('mot1')
    .waitFor();
  const streaming = await lateFrames(page, seconds);
  const share = (frames: Frames) => (100 * frames.late) / frames.all;
  return [
    // Set against nothing: on a quiet machine the still screen has none at all.
    plain({ name: 'late frames, nothing coming, mid phone', value: share(still), unit: '%' }),
    plain({ name: `late frames, four streams of ${RATE} words/s, mid phone`, value: share(streaming), unit: '%', target: '0' }),
    against(still.all / seconds, { name: 'frames a second, four streams, mid phone', value: streaming.all / seconds, unit: '/s' }),
  ];
}

interface Frames {
  readonly all: number;
  readonly late: number;
}

const lateFrames = (page: Phone['page'], seconds: number): Promise<Frames> =>
  page.evaluate(
    ({ ms, limit }) =>
      new Promise<Frames>((resolve) => {
        const begun = performance.now();
        let [before, all, late] = [begun, 0, 0];
        const frame = (at: number) => {
          all += 1;
          if (at - before > limit) late += 1;
          before = at;
          if (at - begun < ms) requestAnimationFrame(frame);
          else resolve({ all, late });
        };
        requestAnimationFrame(frame);
      }),
    { ms: seconds * 1000, limit: LATE_MS },
  );

/** Four models of the organisation, and a technician who asks all of them. */
async function connect(origin: string, { baseUrl }: ModelServer): Promise<void> {
  const admin = await door(origin, 'admin@demo.test');
  const model = (name: string) => ({ name, abilities: ['chat'], price: { input: 0, output: 0 }, contextLength: 100_000, isOn: true });
  const made = await admin('provider.save', { kind: 'other', name: 'Banc', baseUrl, apiVersion: null, isOn: true, models: MODELS.map(model) });
  const technician = await door(origin, TECHNICIAN);
  const models = MODELS.map((name) => ({ provider: made.id, model: name }));
  await technician('ai.prefer', { isAutomatic: false, models, temperature: null, longestAnswer: 8000 });
}

async function door(origin: string, email: string) {
  const post = (path: string, input: object, cookie = '') =>
    fetch(`${origin}/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(input),
    });
  const cookies = (await post('auth.signIn', { email, password: PASSWORD })).headers.getSetCookie();
  const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
  return async (path: string, input: object): Promise<{ readonly id: string }> => {
    const answer = await post(path, input, cookie);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: { id: string } } }).result.data;
  };
}
