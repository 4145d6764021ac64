import type { ErrorCode, ErrorDetails, SiteId } from '@heliograph/domain';
import { type Output, RpcError } from '../../../platform/rpc.ts';

export type ImportResult = Output<'asset.import'>;
/** How far it is; `total` is 0 while nobody knows. */
export interface Progress {
  readonly phase: 'read' | 'check' | 'write';
  readonly done: number;
  readonly total: number;
}
type Line =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'result'; readonly result: ImportResult }
  | { readonly kind: 'error'; readonly error: { readonly code: ErrorCode; readonly details?: ErrorDetails } };

export interface Import {
  readonly site: SiteId;
  readonly file: Blob;
  readonly isDry: boolean;
  /** Of the dry run: stops where the equipment changed since. */
  readonly basis?: number | undefined;
  onProgress(progress: Progress): void;
}

/** Sends a file and follows what the server says of it. Throws `RpcError`. */
export async function importAssets({ site, file, isDry, basis, onProgress }: Import): Promise<ImportResult> {
  const query = new URLSearchParams({ site, dry: isDry ? '1' : '0', ...(basis === undefined ? {} : { basis: String(basis) }) });
  const response = await fetch(`/api/import/assets?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    redirect: 'error',
  }).catch(() => null);
  if (response === null) throw new RpcError('UNREACHED');
  if (!response.ok || response.body === null) throw await refusalOf(response);
  for await (const line of linesOf(response.body)) {
    // What the door writes, line by line.
    const said = JSON.parse(line) as Line;
    if (said.kind === 'progress') onProgress(said);
    else if (said.kind === 'result') return said.result;
    else throw new RpcError(said.error.code, said.error.details);
  }
  throw new RpcError('UNREACHED');
}

async function refusalOf(response: Response): Promise<RpcError> {
  const answer: { error?: { data?: { code?: ErrorCode; details?: ErrorDetails } } } | null = await response.json().catch(() => null);
  const { code, details } = answer?.error?.data ?? {};
  return code === undefined ? new RpcError('UNREACHED') : new RpcError(code, details);
}

/** Lines of a stream as they are complete, however its pieces were cut. A stream that ends early ends the lines. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line !== '') yield line;
    if (done) return;
  }
}
