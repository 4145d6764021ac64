import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from '@heliograph/tools/browser';

/** How the network treats one request: it passes, a portal answers in the server's place, or the answer is lost on its way back. */
export type Treatment = 'pass' | 'portal' | 'lose_answer' | 'truncate' | 'redirect';

/** The way between a phone and the server, which can lie. Its origin is the one the phone knows. */
export interface Network {
  readonly origin: string;
  /** Every request from here on is treated so. */
  treat(how: (path: string, method: string) => Treatment): void;
  /** Requests that reached the server, `POST /api/trpc/sync.exchange`. */
  readonly passed: readonly string[];
  /** Requests that were answered by the network itself, or whose answer was lost. */
  readonly spoilt: readonly string[];
  close(): Promise<void>;
}

const PORTAL = '<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>Bienvenue à l’hôtel</h1><form>Numéro de chambre</form></body></html>';

export async function openNetwork(to: Pick<Server, 'port'>): Promise<Network> {
  let treatment: Parameters<Network['treat']>[0] = () => 'pass';
  const passed: string[] = [];
  const spoilt: string[] = [];
  const proxy = createServer((request, response) => {
    const name = `${request.method} ${(request.url ?? '/').split('?')[0]}`;
    const how = treatment((request.url ?? '/').split('?')[0] ?? '/', request.method ?? 'GET');
    (how === 'pass' ? passed : spoilt).push(name);
    if (how === 'portal') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL);
    if (how === 'redirect') return void response.writeHead(302, { location: 'http://portal.invalid/login' }).end();
    forward(to.port, request, response, how);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  // Chromium resolves localhost to both loopback addresses and takes the one that answers.
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    treat: (how) => {
      treatment = how;
    },
    passed,
    spoilt,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function forward(port: number, request: IncomingMessage, response: ServerResponse, how: Treatment): void {
  const onward = send(
    { host: '127.0.0.1', port, method: request.method, path: request.url, headers: { ...request.headers, host: `localhost:${port}` } },
    async (answer) => {
      if (how === 'pass') {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        // A live stream is handed on as it comes.
        response.flushHeaders();
        answer.pipe(response);
        return;
      }
      const body = Buffer.concat(await Array.fromAsync<Buffer>(answer));
      if (how === 'lose_answer') return response.destroy();
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.byteLength });
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)));
      response.socket?.end();
    },
  );
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
