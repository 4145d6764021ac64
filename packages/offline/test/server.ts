/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export type Behaviour = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

/** For answers that come: no machine is too busy for it, ms. */
export const PATIENT = 20_000;
/** For silences that are to be given up, ms. */
export const HASTY = 150;

export interface TestServer {
  readonly base: string;
  /** What it does from now on. */
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

/** A real HTTP server on the loopback, for everything a network does that a scripted `fetch` would not. */
export async function startServer(): Promise<TestServer> {
  let current: Behaviour = (_request, response) => void response.writeHead(500).end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => current(request, response, unpacked(request, Buffer.concat(parts))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (behaviour) => {
      current = behaviour;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const unpacked = (request: IncomingMessage, body: Buffer): Buffer => (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const html =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end('<html><h1>Wi-Fi gratuit</h1></html>');
