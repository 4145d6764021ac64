import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { addressProblem, bareHost, isPublicAddress, type TrustedOrigins } from './address.ts';

/** The address, or what its name resolves to, is not one a provider may have. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** More bytes than any answer has: an endless one is ended here, whatever it is made of. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

type Resolve = typeof lookup;
type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A fetch that reaches public addresses alone, and the trusted origins. It is Node's own client and not the global `fetch`, because there the
 * address that was checked is the one that is connected to: a name that resolves to something else a moment later gains nothing. No redirect
 * is followed.
 */
export function guardedFetch(trusted: TrustedOrigins, resolve: Resolve = lookup): typeof fetch {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    // The path and query are ours by now; what is judged is where it goes.
    if (addressProblem(url.origin, trusted) !== null) throw new ForbiddenAddress();
    const isSecure = url.protocol === 'https:';
    const request = (isSecure ? httpsRequest : httpRequest)({
      protocol: url.protocol,
      host: bareHost(url),
      port: url.port,
      path: `${url.pathname}${url.search}`,
      method: init.method ?? 'GET',
      headers: { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' },
      agent: isSecure ? agents.https : agents.http,
      ...(trusted.has(url.origin) ? {} : { lookup: publicLookup(resolve) }),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      // Stays: a request that is aborted later fails once more, and nobody else listens.
      request.once('response', done).on('error', failed);
      request.end(typeof init.body === 'string' ? init.body : undefined);
    });
    return responseOf(answer);
  };
}

/** Resolves a name, refusing it unless every address is public: one bad one among them is no accident. */
const publicLookup = (resolve: Resolve) => (hostname: string, options: LookupOptions, answer: Answer) =>
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) return answer(new ForbiddenAddress(), []);
    return options.all ? answer(null, addresses) : answer(null, first.address, first.family);
  });

function responseOf(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) if (typeof value === 'string') headers.set(name, value);
  const status = answer.statusCode ?? 502;
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? boundedBody(answer) : null, { status, headers });
}

/** The bytes as they arrive. What came before a connection broke is given before the break is told: its words are kept. */
function boundedBody(answer: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const queue: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  let end: { readonly error: Error | null } | null = null;
  let wake = (): void => undefined;
  const finish = (error: Error | null) => {
    end ??= { error };
    wake();
  };
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length;
    queue.push(new Uint8Array(chunk));
    if (read > LONGEST_ANSWER) answer.destroy(new RangeError('an answer without end'));
    wake();
  });
  answer.on('end', () => finish(null)).on('error', finish);
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
    try {
      for (;;) {
        const chunk = queue.shift();
        if (chunk !== undefined) yield chunk;
        else if (end === null) await new Promise<void>((awake) => (wake = awake));
        else if (end.error === null) return;
        else throw end.error;
      }
    } finally {
      answer.destroy();
    }
  }
  const source = bytes();
  // Nothing is read ahead: an error would overtake what was read before it.
  return new ReadableStream(
    {
      pull: async (stream) => {
        const { value, done } = await source.next();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      cancel: async () => {
        await source.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
