import type { ErrorCode, ErrorDetails } from '@heliograph/domain';
import { eitherSignal } from './either-signal.ts';
import { type Door, type Input, type Output, RpcError } from './rpc.ts';

/** Doors that answer in pieces. */
type StreamDoor = { [Path in Door]: Output<Path> extends AsyncIterable<unknown> ? Path : never }[Door];
export type Piece<Path extends StreamDoor> = Output<Path> extends AsyncIterable<infer One> ? One : never;

interface Options {
  /** `send` changes something and is posted, anything else is read. */
  readonly isChange?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A silence longer than this is a cut: the server says that it lives every ten seconds. */
const SILENCE_MS = 25_000;

/**
 * What a door answers piece by piece, as it comes. It ends where the server ended it.
 * @throws RpcError the refusal, or `UNREACHED` where the line was not there or was cut
 */
export async function* streamed<Path extends StreamDoor>(
  path: Path,
  input: Input<Path>,
  { isChange = false, signal }: Options = {},
): AsyncGenerator<Piece<Path>, void, undefined> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  hear();
  try {
    const either = eitherSignal(signal === undefined ? [silence.signal] : [signal, silence.signal]);
    const response = await knock(path, input, { isChange, signal: either });
    for await (const value of values(linesOf(response, hear))) yield value as Piece<Path>;
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

async function knock(path: string, input: unknown, { isChange, signal }: { isChange: boolean; signal: AbortSignal }): Promise<Response> {
  // Only a batch is answered in lines: one of a single call.
  const text = JSON.stringify({ 0: input });
  const url = `/api/trpc/${path}?batch=1${isChange ? '' : `&input=${encodeURIComponent(text)}`}`;
  const headers = { 'trpc-accept': 'application/jsonl', ...(isChange ? { 'content-type': 'application/json' } : {}) };
  const init: RequestInit = isChange ? { method: 'POST', body: text } : {};
  const response = await fetch(url, { ...init, headers, redirect: 'error', cache: 'no-store', signal }).catch(() => null);
  // A portal answers with a page: only our own kind of answer counts (H25).
  if (response === null || !/^application\/json/.test(response.headers.get('content-type') ?? '')) throw new RpcError('UNREACHED');
  if (!response.ok && response.status !== 207) throw refusalIn(await response.json().catch(() => null));
  return response;
}

async function* linesOf({ body }: Response, hear: () => void): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = (await reader?.read().catch(() => Promise.reject(new RpcError('UNREACHED')))) ?? { done: true };
      if (done || value === undefined) return;
      hear();
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line.trim() !== '');
    }
  } finally {
    void reader?.cancel().catch(() => undefined);
  }
}

/** A promise or a series that a line stands in for: `[where, kind, number]`. */
const SERIES = 1;
type Holder = readonly [where: unknown, kind: number, number: number];

/** The values of a single call's series, out of tRPC's lines: a head, then `[number, status, [[value], ...holders]]`. */
export async function* values(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  let series: number | null = null;
  let isOver = false;
  for await (const line of lines) {
    const parsed: unknown = JSON.parse(line);
    if (!Array.isArray(parsed)) {
      if (isObject(parsed) && 'error' in parsed) throw refusalIn(parsed);
      continue;
    }
    const [number, status, encoded]: unknown[] = parsed;
    if (number !== series) {
      series = seriesIn(encoded) ?? series;
      continue;
    }
    if (status === 2) throw refusalIn({ error: encoded });
    isOver = status === 0;
    if (isOver) return;
    yield Array.isArray(encoded) && Array.isArray(encoded[0]) ? encoded[0][0] : undefined;
  }
  // The line ended and the series did not: it was cut.
  if (!isOver) throw new RpcError('UNREACHED');
}

function seriesIn(encoded: unknown): number | null {
  if (!Array.isArray(encoded)) return null;
  const [[value] = [], ...holders] = encoded as [unknown[]?, ...Holder[]];
  if (isObject(value) && 'error' in value) throw refusalIn(value);
  return holders.find(([, kind]) => kind === SERIES)?.[2] ?? null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function refusalIn(answer: unknown): RpcError {
  const one = Array.isArray(answer) ? answer[0] : answer;
  const { error } = (one ?? {}) as { error?: { data?: { code?: ErrorCode; details?: ErrorDetails } } };
  return new RpcError(error?.data?.code ?? 'INTERNAL', error?.data?.details ?? {});
}
