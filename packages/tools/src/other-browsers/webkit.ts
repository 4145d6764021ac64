import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../browser/server.ts';
import { type Browser, callOf, type OpenBrowser, until } from './driver.ts';

const PROGRAM = '/usr/bin/WebKitWebDriver';
const miniBrowser = (): string | undefined => globSync('/usr/lib/*/webkit2gtk-4.?/MiniBrowser').at(-1);

/** WebKit of GTK, over WebDriver. It is no Safari: how iOS evicts and installs is seen on a device alone. */
export const webkit: Browser = {
  name: 'WebKitGTK',
  packages: ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'],
  isInstalled: () => [PROGRAM, '/usr/bin/xvfb-run', '/usr/bin/dbus-run-session'].every(existsSync) && miniBrowser() !== undefined,
  open: async () => {
    const port = await freePort();
    const command = ['--', 'xvfb-run', '-a', PROGRAM, `--port=${port}`];
    // A group of its own: a screen, a bus, a driver, a browser and its processes end together.
    const child = spawn('/usr/bin/dbus-run-session', command, { stdio: 'ignore', detached: true });
    const over = new Promise((resolve) => child.once('exit', resolve));
    const end = async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await Promise.race([over, pause(5000)]);
    };
    try {
      return await begin(`http://127.0.0.1:${port}`, end);
    } catch (error) {
      await end();
      throw error;
    }
  },
};

async function begin(driver: string, end: () => Promise<void>): Promise<OpenBrowser> {
  const send = async (path: string, body?: object, method = body === undefined ? 'GET' : 'POST') => {
    const answer = await fetch(driver + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await until('the driver of WebKit', async () => (await fetch(`${driver}/status`)).ok);
  const options = { binary: miniBrowser(), args: ['--automation'] };
  const session = (await send('/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } })) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const path = `/session/${session.sessionId}`;
  await send(`${path}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  return {
    version: session.capabilities.browserVersion,
    goto: async (url) => void (await send(`${path}/url`, { url })),
    run: async (work, ...args) => {
      const script = `const done = arguments[arguments.length - 1]; ${callOf(work, args)}.then((json) => done({ json }), (error) => done({ error: String(error) }));`;
      const said = (await send(`${path}/execute/async`, { script, args: [] })) as { readonly json?: string; readonly error?: string };
      if (said.json === undefined) throw new Error(said.error);
      return JSON.parse(said.json);
    },
    close: async () => {
      await send(path, undefined, 'DELETE').catch(() => undefined);
      await end();
    },
  };
}
