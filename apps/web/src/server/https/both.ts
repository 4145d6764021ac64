import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createServer as createNetServer, type Server, type Socket } from 'node:net';

/** First byte of a TLS handshake. */
const HANDSHAKE = 0x16;

interface Tls {
  readonly key: string;
  readonly cert: string;
}

export interface Both {
  /** What listens. */
  readonly server: Server;
  /** The one that answers over TLS. */
  readonly https: HttpsServer;
  /** Takes a renewed certificate; connections that stand go on. */
  renew(tls: Tls): void;
  /** Cuts every connection. */
  cut(): void;
}

/**
 * One port for https and for those who type `http://`: what begins with a handshake is TLS, the rest is answered by `plain`. So a phone that does
 * not trust this server yet can fetch what it has to trust, and nobody meets a blank page for a missing `s`.
 */
export function serveBoth(tls: Tls, secure: RequestListener, plain: RequestListener): Both {
  const https = createHttpsServer({ ...tls, minVersion: 'TLSv1.2' }, secure);
  const http = createHttpServer(plain);
  const open = new Set<Socket>();
  const server = createNetServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket)).on('error', () => socket.destroy());
    // Who connects and says nothing is not waited for.
    socket.setTimeout(10_000, () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(first);
      (first[0] === HANDSHAKE ? https : http).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  return {
    server,
    https,
    renew: (next) => https.setSecureContext({ ...next, minVersion: 'TLSv1.2' }),
    cut: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

interface Plain {
  /** Where the certificate of our own authority is had; null where there is none. */
  readonly authority: { readonly path: string; readonly der: Uint8Array } | null;
  /** Origins of this server; what was asked for under another name goes to the first. */
  readonly origins: readonly [string, ...string[]];
}

/** Over plain http there is the certificate to trust, and the way to https. */
export const plainAnswers =
  ({ authority, origins }: Plain): RequestListener =>
  (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    if (authority !== null && path === authority.path) {
      response.writeHead(200, { 'content-type': 'application/x-x509-ca-cert', 'content-disposition': 'attachment; filename="heliograph-ca.crt"' });
      return void response.end(authority.der);
    }
    // A name that is not ours is not repeated: nobody is sent elsewhere by what a stranger wrote.
    const asked = `https://${request.headers.host}`;
    const origin = origins.includes(asked) ? asked : origins[0];
    response
      .writeHead(request.method === 'GET' || request.method === 'HEAD' ? 308 : 426, { location: `${origin}${path.startsWith('/') ? path : '/'}` })
      .end();
  };
