import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { accepts } from './site.ts';

type Handler = (request: Request) => Promise<Response>;

interface Door {
  readonly handle: Handler;
  /** Reverse proxies in front of us whose word about the caller is believed. */
  readonly trustProxy: number;
}

/** Lets a handler that speaks fetch answer a request that speaks Node, streams included. A caller who leaves aborts the request. */
export async function answerWith({ handle, trustProxy }: Door, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => left.abort());
  const request = requestOf(incoming, { signal: left.signal, trustProxy });
  if (request === null) return void outgoing.writeHead(400).end();
  const answer = await handle(request);
  const packing = packingFor(incoming, answer);
  outgoing.writeHead(answer.status, headersOf(answer, packing));
  if (answer.body === null || incoming.method === 'HEAD') return void outgoing.end();
  const body = Readable.fromWeb(answer.body as NodeReadableStream);
  if (packing === null) {
    outgoing.flushHeaders();
    await pipeline(body, outgoing);
  } else await pipeline(body, packing === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : createGzip(), outgoing);
}

/** Null where the request line or a header is nothing that can be asked. */
function requestOf(incoming: IncomingMessage, { signal, trustProxy }: { signal: AbortSignal; trustProxy: number }): Request | null {
  const { method = 'GET', url = '/', headers: given, socket } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' as const } : {};
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(given)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    // Without a proxy the peer is who it is, whatever a header claims.
    if (trustProxy === 0 || !headers.has('x-forwarded-for')) headers.set('x-forwarded-for', socket.remoteAddress ?? '');
    // Our own name, not the caller's `Host`: no handler may build an address from what a stranger sent.
    return new Request(`http://localhost${url}`, { method, headers, signal, ...body });
  } catch {
    return null;
  }
}

/** JSON of some length is packed; events and pictures are not, nor what is streamed in lines. */
function packingFor(incoming: IncomingMessage, { headers, body, status }: Response): 'br' | 'gzip' | null {
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false;
  const isShort = Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY) < 1024;
  if (!isJson || isShort || body === null || status !== 200 || headers.has('content-encoding') || incoming.headers['trpc-accept'] !== undefined)
    return null;
  return accepts(incoming, 'br') ? 'br' : accepts(incoming, 'gzip') ? 'gzip' : null;
}

/** Several cookies are several headers. What is packed has another length. */
function headersOf({ headers }: Response, packing: string | null): Record<string, string | string[]> {
  const { 'content-length': length, ...plain } = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  return {
    ...plain,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    ...(packing === null ? (length === undefined ? {} : { 'content-length': length }) : { 'content-encoding': packing, vary: 'accept-encoding' }),
  };
}
