import { deleteOldThrottles, withLookup } from '@heliograph/db';
import { buildDeps, isSecure } from './build-deps.ts';
import { ensureDemo } from './demo/ensure-demo.ts';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { createHandlers, type Handlers } from './http/handlers.ts';
import { allowedOrigins } from './http/origin.ts';
import { createLog, type Log } from './log.ts';
import { resealKeys } from './provider/reseal.ts';
import { needsSetup } from './setup/setup.service.ts';
import { applyHeld } from './sync/held.service.ts';
import { wakeAll } from './vision/take-up.service.ts';

export interface Server {
  readonly handlers: Handlers;
  /** Opens the database and, where wanted, seeds it; the first request does so too. Tells of each part that takes a while. */
  ready(tell?: (message: string) => void): Promise<void>;
  /** The code that the first page asks for; null once somebody has begun. */
  setupCode(): Promise<string | null>;
  close(): Promise<void>;
}

const HOUR = 3_600_000;
/** How soon what waits here is looked at again, ms: records, and photos that nobody has looked at. */
const HELD_EVERY = 300_000;

/**
 * The server of one process. Nothing is opened before it is needed: a build that loads this module touches no data,
 * and the embedded database must not be opened twice.
 */
export function createServer(env: Env, log: Log = createLog(env.logLevel)): Server {
  let opening: Promise<Deps> | null = null;
  let tidying: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;
  /** What looks at the moment; a server that closes lets it end. */
  let look: Promise<void> = Promise.resolve();

  async function openAll(tell: (message: string) => void): Promise<Deps> {
    const deps = await buildDeps(env, log);
    if (env.demo) await ensureDemo(deps, tell);
    await resealKeys(deps);
    tidying = setInterval(() => tidy(deps), HOUR).unref();
    // After the start, not before it: nobody waits for what has waited so long.
    look = lookAtWaiting(deps);
    looking = setInterval(() => {
      look = look.then(() => lookAtWaiting(deps));
    }, HELD_EVERY).unref();
    return deps;
  }
  const open = (tell: (message: string) => void = () => undefined): Promise<Deps> => {
    // A failure is not remembered: the database may be there at the next call.
    opening ??= openAll(tell).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  // Only for an address of one's own: a browser would hold every other server of this machine's name to https for years.
  const secure = env.hosts.length === 0 && isSecure(env);
  const settings = {
    log,
    secure,
    origins: allowedOrigins(env),
    trustProxy: env.trustProxy,
    engine: env.databaseUrl === null ? 'embedded' : 'postgresql',
  } as const;
  return {
    handlers: createHandlers(settings, open),
    ready: async (tell) => {
      await open(tell);
    },
    setupCode: async () => {
      const { db, keys } = await open();
      return (await needsSetup({ db })) ? keys.setupCode : null;
    },
    close: async () => {
      for (const timer of [tidying, looking]) if (timer !== null) clearInterval(timer);
      const deps = await opening?.catch(() => null);
      await look;
      deps?.clock.close();
      await deps?.db.close();
    },
  };
}

/** Rows that no longer say anything are removed. */
async function tidy({ db, sessions, now, log }: Deps): Promise<void> {
  try {
    await sessions.removeExpired();
    await withLookup(db, (tx) => deleteOldThrottles(tx, now() - 24 * HOUR));
  } catch (error) {
    log.error('tidying', error);
  }
}

async function lookAtWaiting(deps: Deps): Promise<void> {
  await lookAtHeld(deps);
  await wakeAll(deps).catch((error) => deps.log.error('analyses', error));
}

async function lookAtHeld(deps: Deps): Promise<void> {
  try {
    const settled = await applyHeld(deps);
    if (settled > 0) deps.log.info('held records applied', { settled });
  } catch (error) {
    deps.log.error('held records', error);
  }
}
