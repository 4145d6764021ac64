import { type ExchangeRequestWire, exchangeAnswerSchema, type Transport, type TransportResult } from '@heliograph/sync';
import * as z from 'zod/mini';
import { type Answer, isOfOrigin, isOurRefusal, readAnswer, retryAfter } from './answer.ts';
import { deadline } from './deadline.ts';

const PATH = '/api/trpc/sync.exchange';
const GRACE_MS = 15_000;
/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 1024;

export interface Wire {
  readonly fetch?: typeof fetch;
  /** Origin of the server; the page's own where it is left out. */
  readonly base?: string;
  /** Time for an exchange or a slice beside its bytes, ms. */
  readonly grace?: number;
}

/** The exchange as a plain typed `fetch`: the tRPC client is not needed for one call. Never throws. */
export function openTransport({ fetch = globalThis.fetch.bind(globalThis), base = '', grace = GRACE_MS }: Wire = {}): Transport {
  return {
    exchange: async (request) => {
      const { body, packing } = await pack(JSON.stringify(request));
      const limit = deadline(grace, body.byteLength);
      try {
        const headers = { 'content-type': 'application/json', accept: 'application/json', ...packing };
        const response = await fetch(base + PATH, { method: 'POST', headers, body, redirect: 'error', cache: 'no-store', signal: limit.signal });
        return resultOf(await readAnswer(response, limit), request);
      } catch {
        return { kind: 'unknown', retryAfterMs: null };
      } finally {
        limit.clear();
      }
    },
  };
}

async function pack(text: string): Promise<{ body: Uint8Array<ArrayBuffer>; packing: Record<string, string> }> {
  const plain = new TextEncoder().encode(text);
  if (plain.byteLength <= WORTH_PACKING || typeof CompressionStream === 'undefined') return { body: plain, packing: {} };
  const packed = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: new Uint8Array(await new Response(packed).arrayBuffer()), packing: { 'content-encoding': 'gzip' } };
}

const envelopeSchema = z.object({ result: z.object({ data: exchangeAnswerSchema }) });

/** Only what our server says itself counts: JSON, in its envelope, for this very request. Everything else is "unknown", and keeps the queue. */
function resultOf(answer: Answer, { nonce }: ExchangeRequestWire): TransportResult {
  const unknown: TransportResult = { kind: 'unknown', retryAfterMs: retryAfter(answer) };
  // A proxy's own limit refuses in HTML; halving the batch is right all the same.
  if (answer.status === 413) return { kind: 'too_large' };
  if (answer.status === 200) {
    const read = envelopeSchema.safeParse(answer.json);
    return read.success && read.data.result.data.nonce === nonce ? { kind: 'answer', answer: read.data.result.data } : unknown;
  }
  if (!isOurRefusal(answer)) return unknown;
  if (answer.status === 401) return { kind: 'signed_out' };
  if (answer.status === 403) return isOfOrigin(answer) ? unknown : { kind: 'blocked' };
  return answer.status === 400 ? { kind: 'unreadable' } : unknown;
}
