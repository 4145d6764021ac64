import { setTimeout as pause } from 'node:timers/promises';

/** A page in a browser that Playwright does not drive: it goes somewhere and runs what it is told. */
export interface Page {
  goto(address: string): Promise<void>;
  /** Runs a function in the page. It sees nothing of ours but its arguments; what it gives back crosses as JSON. */
  run<Args extends readonly unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
}

export interface OpenBrowser extends Page {
  /** As it names itself. */
  readonly version: string;
  close(): Promise<void>;
}

/** A browser of this machine. */
export interface Browser {
  readonly name: string;
  /** Packages of Debian that bring it. */
  readonly packages: readonly string[];
  isInstalled(): boolean;
  open(): Promise<OpenBrowser>;
}

/** Long enough for a machine that does three other things; only a hang takes it. */
const PATIENCE_MS = 90_000;

/** The text of a call that answers with JSON, for a driver that only takes text. */
export const callOf = (work: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `Promise.resolve((${work})(...${JSON.stringify(args)})).then((value) => JSON.stringify(value) ?? 'null')`;

/** Looks again until it holds, and says what was waited for where it never does. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await pause(200);
  }
}
