import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, callOf, type OpenBrowser } from './driver.ts';

const PROGRAM = '/usr/bin/firefox-esr';

/** Firefox, over WebDriver BiDi on its own socket: nothing stands between. */
export const firefox: Browser = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  isInstalled: () => existsSync(PROGRAM),
  open: async () => {
    const profile = await mkdtemp(join(tmpdir(), 'heliograph-firefox-'));
    const child = spawn(PROGRAM, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const end = async () => {
      const over = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGKILL')) await over;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      return await begin(await connect(`${await addressSaidBy(child)}/session`), end);
    } catch (error) {
      await end();
      throw error;
    }
  },
};

async function begin(ask: Ask, end: () => Promise<void>): Promise<OpenBrowser> {
  const { capabilities } = (await ask('session.new', { capabilities: {} })) as { capabilities: { browserVersion: string } };
  const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  return {
    version: capabilities.browserVersion,
    goto: async (url) => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    run: async (work, ...args) => {
      const expression = callOf(work, args);
      const said = (await ask('script.evaluate', { expression, target: { context }, awaitPromise: true })) as Evaluated;
      if (said.type === 'exception') throw new Error(said.exceptionDetails.text);
      return JSON.parse(said.result.value);
    },
    close: end,
  };
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** It says where it listens once it does. */
const addressSaidBy = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`Firefox ended before it listened:\n${said}`)));
  });

type Ask = (method: string, params: object) => Promise<unknown>;

interface Answer {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly message?: string;
}

async function connect(address: string): Promise<Ask> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    waiting.get(answer.id ?? 0)?.(answer);
    waiting.delete(answer.id ?? 0);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`nothing answers at ${address}`)));
  });
  let count = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({ type, result, message }) => (type === 'success' ? resolve(result) : reject(new Error(`${method}: ${message}`))));
      socket.send(JSON.stringify({ id: count, method, params }));
    });
}
