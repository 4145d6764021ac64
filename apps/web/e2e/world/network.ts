import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from '@heliograph/tools/browser';

/**
 * What the network does to a request instead of passing it on: a portal answers in the server's place, the server's answer is lost on its way back
 * or cut in the middle, the phone is sent elsewhere, or nobody ever answers.
 */
export type Fault = 'portal' | 'lose_answer' | 'truncate' | 'redirect' | 'silence';

/** `POST /api/trpc/sync.exchange` */
type Name = `${string} /${string}`;

/** The way between a phone and the server, which can lie. Its origin is the one the phone knows. */
export interface Network {
  readonly origin: string;
  /** From here on, until `heal`; only for requests of these names, where they are given, only so often, and only one in so many. */
  spoil(fault: Fault, options?: { readonly names?: RegExp; readonly times?: number; readonly every?: number }): void;
  heal(): void;
  /** Names of requests that met the fault. */
  readonly spoilt: readonly string[];
  /** Resolves when the next request of this name has been answered by the server, before the phone hears of it. */
  answered(name: RegExp): Promise<void>;
  close(): Promise<void>;
}

interface Spoiling {
  readonly fault: Fault;
  readonly names: RegExp;
  readonly every: number;
  left: number;
  met: number;
}

const PORTAL = '<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>Bienvenue à l’hôtel</h1><form>Numéro de chambre</form></body></html>';

export async function openNetwork(to: Pick<Server, 'port'>): Promise<Network> {
  let spoiling: Spoiling | null = null;
  const spoilt: string[] = [];
  const waiting = new Set<{ readonly name: RegExp; resolve(): void }>();
  const proxy = createServer((request, response) => {
    const name: Name = `${request.method} /${(request.url ?? '/').split('?')[0]?.slice(1)}`;
    if (spoiling === null || !isHit(spoiling, name)) return forward({ port: to.port, fault: null, onAnswer: () => settle(name) }, request, response);
    spoiling.left -= 1;
    spoilt.push(name);
    if (spoiling.fault === 'silence') return;
    if (spoiling.fault === 'portal') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL);
    if (spoiling.fault === 'redirect') return void response.writeHead(302, { location: 'http://portal.invalid/login' }).end();
    forward({ port: to.port, fault: spoiling.fault, onAnswer: () => settle(name) }, request, response);
  });
  const settle = (name: Name) => {
    for (const one of waiting)
      if (one.name.test(name)) {
        waiting.delete(one);
        one.resolve();
      }
  };
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    spoil: (fault, { names = /./, times = Number.POSITIVE_INFINITY, every = 1 } = {}) => {
      spoiling = { fault, names, every, left: times, met: 0 };
    },
    heal: () => {
      spoiling = null;
    },
    spoilt,
    answered: (name) => new Promise((resolve) => waiting.add({ name, resolve })),
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Whether a request of this name meets the fault. */
function isHit(spoiling: Spoiling, name: Name): boolean {
  if (spoiling.left === 0 || !spoiling.names.test(name)) return false;
  spoiling.met += 1;
  return spoiling.met % spoiling.every === 0;
}

interface Way {
  readonly port: number;
  readonly fault: Fault | null;
  onAnswer(): void;
}

function forward({ port, fault, onAnswer }: Way, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers, host: `localhost:${port}` };
  const onward = send({ host: '127.0.0.1', port, method: request.method, path: request.url, headers }, async (answer) => {
    onAnswer();
    if (fault === null) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      // A live stream is handed on as it comes.
      response.flushHeaders();
      return void answer.pipe(response);
    }
    const body = Buffer.concat(await Array.fromAsync<Buffer>(answer));
    if (fault === 'lose_answer') return void response.destroy();
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.byteLength });
    response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.destroy());
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
