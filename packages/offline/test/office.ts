import { envelopeSchema, type PhotoHash } from '@heliograph/domain';
import type { AsideCode, ExchangeAnswerWire, ExchangeRequest, LogRow, RefRow } from '@heliograph/sync';
import { exchangeRequestSchema } from '@heliograph/sync';
import { owner } from '../src/contract/samples.ts';

/** A server in a few lines, as far as one honest phone can tell: it numbers what comes, says what it holds, and keeps photo bytes. */
export interface Office {
  readonly fetch: typeof fetch;
  readonly log: LogRow[];
  readonly photos: Map<string, Uint8Array>;
  /** A colleague's work, or a row of the office. */
  add(rows: readonly LogRow[], refs?: readonly RefRow[]): void;
  isDown: boolean;
  /** Runs while a slice is on its way. */
  onSlice: () => Promise<void>;
  /** Rejects operations of these kinds. */
  readonly rejects: Map<string, AsideCode>;
  readonly requests: ExchangeRequest[];
}

export function openOffice(): Office {
  const refs: RefRow[] = [];
  const devices = new Map<string, { i: number; id: LogRow['id'] | null }>();
  const office: Office = {
    log: [],
    photos: new Map(),
    isDown: false,
    onSlice: async () => undefined,
    rejects: new Map(),
    requests: [],
    add: (rows, more = []) => {
      office.log.push(...rows);
      refs.push(...more);
    },
    fetch: async (input, init) => {
      if (office.isDown) throw new TypeError('Failed to fetch');
      const { pathname } = new URL(String(input), 'http://office.test');
      const photo = /^\/api\/photos\/(.*)$/.exec(pathname)?.[1];
      if (photo === undefined) return exchange(await bodyOf(init));
      if (init?.method === 'PATCH') await office.onSlice();
      return photoDoor(office.photos, photo, init);
    },
  };

  const exchange = (body: unknown): Response => {
    const request = exchangeRequestSchema.parse(body);
    office.requests.push(request);
    const aside = take(request);
    const after = request.cur === null ? 0 : Number(request.cur.slice(1));
    const ack = devices.get(request.dev) ?? { i: 0, id: null };
    const head = Math.max(0, ...office.log.map(({ q }) => q), ...refs.map(({ q }) => q));
    const answer: ExchangeAnswerWire = {
      ...{ kind: 'ok', proto: 1, nonce: request.nonce, now: Date.now(), inc: 'i1', ack, aside, cur: `c${head}` },
      ops: office.log.filter(({ q }) => q > after),
      refs: refs.filter(({ q }) => q > after),
    };
    return Response.json({ result: { data: answer } });
  };

  const take = ({ ops, dev }: ExchangeRequest): NonNullable<Extract<ExchangeAnswerWire, { kind: 'ok' }>['aside']> => {
    const aside = [];
    for (const raw of ops) {
      const { i, ...operation } = envelopeSchema.parse(raw);
      const code = office.rejects.get(operation.k);
      devices.set(dev, { i, id: operation.id });
      if (code !== undefined) aside.push({ id: operation.id, state: 'rejected' as const, code });
      else if (!office.log.some(({ id }) => id === operation.id))
        office.log.push({ ...operation, q: office.log.length + 1, a: owner().user, t: Date.now() });
    }
    return aside;
  };
  return office;
}

async function bodyOf(init: RequestInit | undefined): Promise<unknown> {
  const sent = new Response(init?.body ?? null);
  const isPacked = new Headers(init?.headers).get('content-encoding') === 'gzip';
  const plain = isPacked && sent.body !== null ? new Response(sent.body.pipeThrough(new DecompressionStream('gzip'))) : sent;
  return plain.json();
}

async function photoDoor(photos: Map<PhotoHash | string, Uint8Array>, sha: string, init: RequestInit | undefined): Promise<Response> {
  const held = photos.get(sha) ?? new Uint8Array();
  const headers = new Headers(init?.headers);
  if (init?.method === 'HEAD') return new Response(null, { status: photos.has(sha) ? 200 : 404, headers: { 'upload-offset': String(held.length) } });
  if (Number(headers.get('upload-offset')) !== held.length)
    return new Response(null, { status: 409, headers: { 'upload-offset': String(held.length) } });
  const more = new Uint8Array(await new Response(init?.body ?? null).arrayBuffer());
  photos.set(sha, Uint8Array.from([...held, ...more]));
  return new Response(null, { status: 204, headers: { 'upload-offset': String(held.length + more.length) } });
}
