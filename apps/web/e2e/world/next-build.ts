import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type Server } from '@heliograph/tools/browser';

/** A server whose site can be replaced by the next build of the same sources: every chunk under another name, another build id, the old names gone. */
interface Deployment {
  readonly origin: string;
  /** From here on the next build is served, and nothing of the one before. */
  deploy(): void;
  /** Names that were asked for and are gone. */
  readonly missed: readonly string[];
  close(): Promise<void>;
}

const CHUNKS = 'static/chunks/';
const NEXT_CHUNKS = 'static/chunks-next/';
const TEXT = /javascript|html|css/;

/** A journey over a server whose next build is at hand. */
export const test = base.extend<{ deployment: Deployment }>({
  deployment: async ({ server }, use) => {
    const { headers } = await fetch(`${server.origin}/app`);
    const deployment = await openDeployment(server, headers.get('x-heliograph') ?? '');
    await use(deployment);
    await deployment.close();
  },
});

/** @param build id of the build that the server holds */
async function openDeployment(to: Pick<Server, 'port'>, build: string): Promise<Deployment> {
  let isDeployed = false;
  const missed: string[] = [];
  const proxy = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!isDeployed) return pass(to, request, response);
    if (path.includes(CHUNKS)) {
      missed.push(path);
      return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
    const isSite = request.method === 'GET' && !path.startsWith('/api/');
    if (!isSite) return pass(to, request, response);
    renamed(to, build, { request, path: path.replace(NEXT_CHUNKS, CHUNKS), response });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    deploy: () => {
      isDeployed = true;
    },
    missed,
    close: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

const headersFor = ({ headers }: IncomingMessage, port: number) => ({ ...headers, host: `localhost:${port}` });

function pass({ port }: Pick<Server, 'port'>, request: IncomingMessage, response: ServerResponse): void {
  const onward = send({ host: '127.0.0.1', port, method: request.method, path: request.url, headers: headersFor(request, port) }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

interface Asked {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly response: ServerResponse;
}

/** The same file as the next build would hold it: plain, so that names can be read in it. */
function renamed({ port }: Pick<Server, 'port'>, build: string, { request, path, response }: Asked): void {
  const headers = { ...headersFor(request, port), 'accept-encoding': 'identity', 'if-none-match': '' };
  send({ host: '127.0.0.1', port, path, headers }, async (answer) => {
    const body = Buffer.concat(await Array.fromAsync<Buffer>(answer));
    const { etag: _etag, 'content-length': _length, ...kept } = answer.headers;
    const isText = TEXT.test(answer.headers['content-type'] ?? '');
    const text = isText ? body.toString().replaceAll(CHUNKS, NEXT_CHUNKS).replaceAll(build, `${build}-next`) : body;
    response.writeHead(answer.statusCode ?? 502, kept).end(text);
  })
    .on('error', () => response.destroy())
    .end();
}
