import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Handlers } from '@heliograph/api';
import { ORIGIN } from '@heliograph/api/testing';
import type { createWorld } from '@heliograph/sync/simulator';
import { outside } from './browser.ts';

export type World = ReturnType<typeof createWorld>;

/** What can happen to one call. At most one of them does, beside the time it takes. */
export const TROUBLES = [
  ...(['lost_request', 'lost_answer', 'sent_twice', 'black_hole', 'captive_portal', 'hotspot_401', 'bad_gateway'] as const),
  ...(['gateway_timeout', 'cut_answer', 'short_answer', 'replayed_answer'] as const),
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** How bad the links of one run are: drawn from its seed, so that some runs are calm and some are hell. */
export interface Weather {
  readonly chances: Readonly<Record<Trouble, number>>;
  /** Longest way of one message, ms. */
  readonly latency: number;
  /** Operations in one request that the proxy lets pass; beyond it says 413. */
  readonly largestBatch: number;
}

const MOST: Readonly<Record<Trouble, number>> = {
  ...{ lost_request: 0.15, lost_answer: 0.2, sent_twice: 0.2, black_hole: 0.01, captive_portal: 0.04, hotspot_401: 0.03, bad_gateway: 0.04 },
  ...{ gateway_timeout: 0.05, cut_answer: 0.05, short_answer: 0.05, replayed_answer: 0.05 },
};

export function drawWeather(world: World): Weather {
  const chances = Object.fromEntries(TROUBLES.map((trouble) => [trouble, world.chance(0.25) ? 0 : world.random() * MOST[trouble]]));
  // One entry was just made for each trouble.
  return { chances: chances as Weather['chances'], latency: 1 + world.below(25), largestBatch: world.chance(0.4) ? 1 + world.below(4) : 1000 };
}

export const calm: Weather = {
  // One entry is made for each trouble.
  chances: Object.fromEntries(TROUBLES.map((trouble) => [trouble, 0])) as Weather['chances'],
  latency: 0,
  largestBatch: 1000,
};

/** What a server really answered, before anything befell it. */
export interface Answered {
  readonly path: string;
  readonly method: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything between the phones and the servers. */
export interface Net {
  /** Servers on one database; each call goes to any of them. */
  readonly instances: readonly Handlers[];
  weather: Weather;
  readonly afloat: Set<Promise<unknown>>;
  /** Told of every answer that leaves a server, also of those that nobody receives. */
  witness(terminal: Terminal, answered: Answered): void;
  met(what: Trouble | 'offline' | 'too_large'): void;
}

/** One phone's end of the link. */
export interface Terminal {
  readonly world: World;
  readonly org: string;
  /** The browser's one cookie, whoever it stands for. */
  cookie: string | null;
  isOffline: boolean;
}

interface Call {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** As the browser's jar held it when the call was made. */
  readonly cookie: string | null;
}

const html = (status: number, text: string, headers = {}) =>
  new Response(`<!doctype html><title>${text}</title>`, { status, headers: { 'content-type': 'text/html', ...headers } });
const lost = () => new TypeError('Failed to fetch');
const never = <T>() => new Promise<T>(() => undefined);

/**
 * The `fetch` of one page: a browser that adds its cookie and origin, a link with its troubles, and the real handlers behind it.
 * @param isAlive whether the page still is; what comes for a dead one is never heard of
 */
export function openWire(net: Net, terminal: Terminal, isAlive: () => boolean): typeof fetch {
  const state: { last: Answered | null } = { last: null };
  return async (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const { cookie } = terminal;
    const call = { url, method, headers, cookie, body: hasBody ? new Uint8Array(await request.arrayBuffer()) : null };
    const travelling = travel({ net, terminal, state }, call).finally(() => (isAlive() ? undefined : never()));
    travelling.catch(() => undefined);
    return isAlive() ? Promise.race([travelling, given(init?.signal)]) : never();
  };
}

/** The page gives a request up. */
const given = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

interface Link {
  readonly net: Net;
  readonly terminal: Terminal;
  readonly state: { last: Answered | null };
}

async function travel(link: Link, call: Call): Promise<Response> {
  const { net, terminal, state } = link;
  const { world } = terminal;
  const trouble = drawTrouble(world, net.weather);
  const [out, back, late] = [world.below(net.weather.latency + 1), world.below(net.weather.latency + 1), world.below(8 * net.weather.latency + 1)];
  if (terminal.isOffline) net.met('offline');
  if (terminal.isOffline) throw lost();
  await sleep(out);
  if (operationsIn(call) > net.weather.largestBatch) {
    net.met('too_large');
    return html(413, 'Request Entity Too Large');
  }
  const met = () => trouble !== null && net.met(trouble);
  switch (trouble) {
    case 'lost_request':
      met();
      throw lost();
    case 'black_hole':
      met();
      return never();
    case 'captive_portal':
      met();
      return html(200, 'Bienvenue au café');
    case 'hotspot_401':
      met();
      return html(401, 'Sign in to the hotspot');
    case 'bad_gateway':
      met();
      return html(502, 'Bad Gateway', world.chance(0.3) ? { 'retry-after': '1' } : {});
    case 'replayed_answer':
      if (state.last !== null) met();
      if (state.last !== null) return plain(state.last);
      break;
    case 'sent_twice':
      met();
      keepAfloat(
        net,
        sleep(late).then(() => deliver(link, call)),
      );
  }
  const answered = await keepAfloat(net, deliver(link, call));
  state.last = answered.status === 200 && answered.method === 'POST' ? answered : state.last;
  await sleep(back);
  switch (trouble) {
    case 'lost_answer':
      met();
      throw lost();
    case 'gateway_timeout':
      met();
      return html(504, 'Gateway Timeout');
    case 'cut_answer':
    case 'short_answer':
      if (answered.bytes.length > 0) met();
      return answered.bytes.length > 0 ? halved(answered, trouble === 'cut_answer') : plain(answered);
    default:
      return plain(answered);
  }
}

/** Whatever becomes of the page that asked, a server finishes what it has begun. */
function keepAfloat<T>({ afloat }: Net, work: Promise<T>): Promise<T> {
  const tracked = work.finally(() => afloat.delete(tracked));
  tracked.catch(() => undefined);
  afloat.add(tracked);
  return tracked;
}

/** Resolves when nothing is on its way to a server, or being worked on by one. */
export async function ashore({ afloat }: Net): Promise<void> {
  while (afloat.size > 0) await Promise.allSettled([...afloat]);
}

function drawTrouble(world: World, { chances }: Weather): Trouble | null {
  let left = world.random();
  for (const trouble of TROUBLES) {
    left -= chances[trouble];
    if (left < 0) return trouble;
  }
  return null;
}

function operationsIn({ url, headers, body }: Call): number {
  if (!url.endsWith('/sync.exchange') || body === null) return 0;
  const text = headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body;
  const request: { ops?: unknown[] } = JSON.parse(new TextDecoder().decode(text));
  return request.ops?.length ?? 0;
}

/** Hands the call to one of the servers, as a connection would: outside of everything that is the phone's. */
async function deliver({ net, terminal }: Link, { url, method, headers: sent, body, cookie }: Call): Promise<Answered> {
  const headers = new Headers(sent);
  headers.set('origin', ORIGIN);
  if (cookie !== null) headers.set('cookie', cookie);
  const path = new URL(url).pathname;
  const { photo, trpc } = terminal.world.pick(net.instances);
  const handle = path.startsWith('/api/photos/') ? photo : trpc;
  const response = await outside(() => handle(new Request(url, { method, headers, body })));
  // No server sends a body after a HEAD, whatever its handler says.
  const content = method === 'HEAD' ? new ArrayBuffer(0) : await response.arrayBuffer();
  const answered = { path, method, status: response.status, headers: response.headers, bytes: new Uint8Array(content) };
  net.witness(terminal, answered);
  return answered;
}

const plain = ({ status, headers, bytes }: Answered) => new Response(bytes.length === 0 ? null : bytes, { status, headers });

/** The connection breaks in the middle, or worse, ends as if that had been all. */
function halved({ status, headers, bytes }: Answered, isBroken: boolean): Response {
  const half = bytes.slice(0, bytes.length >> 1);
  let isSent = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (!isSent) controller.enqueue(half);
      else if (isBroken) controller.error(new TypeError('terminated'));
      else controller.close();
      isSent = true;
    },
  });
  return new Response(body, { status, headers });
}
