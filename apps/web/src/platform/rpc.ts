import type { AppRouter } from '@heliograph/api';
import type { ErrorCode, ErrorDetails } from '@heliograph/domain';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { askForPassword } from './confirmation.ts';
import { cell, type Readable } from './readable.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
/** `auth.me`, `procedure.get`, … */
export type Door = { [Room in keyof Inputs & string]: `${Room}.${keyof Inputs[Room] & string}` }[keyof Inputs & string];
type At<Tree, Path extends string> = Path extends `${infer Room}.${infer Name}`
  ? Room extends keyof Tree
    ? Name extends keyof Tree[Room]
      ? Tree[Room][Name]
      : never
    : never
  : never;
export type Input<Path extends Door> = At<Inputs, Path>;
export type Output<Path extends Door> = At<Outputs, Path>;

/** What the server refused, or that it was not reached (`UNREACHED`: no network, a portal's page, a cut, a deadline). */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: ErrorCode | 'UNREACHED';
  readonly details: ErrorDetails;
  constructor(code: ErrorCode | 'UNREACHED', details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

const PATIENCE_MS = 20_000;
const signedOut = cell(0);
/** Grows each time the server says that the session is over. */
export const signedOutAnswers: Readable<number> = signedOut;

/** Reads from the server: one plain `fetch`, typed by the router, without its client. Throws `RpcError`. */
export const query = <Path extends Door>(path: Path, input?: Input<Path>): Promise<Output<Path>> =>
  call(path, `?input=${encodeURIComponent(JSON.stringify(input ?? null))}`, {});

/**
 * Changes something on the server. Work of the field never goes this way: it is recorded, see `field.ts`.
 * Where the server wants the password again first, the person is asked for it, and the act goes on.
 */
export async function mutate<Path extends Door>(path: Path, input: Input<Path>): Promise<Output<Path>> {
  const send = () => call(path, '', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input ?? {}) });
  try {
    return await send();
  } catch (error) {
    const mustConfirm = error instanceof RpcError && error.details['reason'] === 'confirm';
    if (mustConfirm && (await askForPassword())) return send();
    throw error;
  }
}

/**
 * Reads several things through one door in one request: they pack better together, and a slow network is crossed once.
 * @returns the answers in their order, null for one that was refused
 */
export async function queryMany<Path extends Door>(path: Path, inputs: readonly Input<Path>[]): Promise<readonly (Output<Path> | null)[]> {
  const answers = await reach(`/api/trpc/${inputs.map(() => path).join()}?batch=1&input=${encodeURIComponent(JSON.stringify({ ...inputs }))}`, {});
  if (!Array.isArray(answers)) throw new RpcError('UNREACHED');
  return answers.map((answer: object) => {
    try {
      return dataIn(path, answer);
    } catch {
      return null;
    }
  });
}

const call = async <Path extends Door>(path: Path, search: string, init: RequestInit): Promise<Output<Path>> =>
  dataIn(path, await reach(`/api/trpc/${path}${search}`, init));

function dataIn<Path extends Door>(path: Path, answer: object): Output<Path> {
  if ('result' in answer) return (answer as { result: { data: Output<Path> } }).result.data;
  const { code, details } = refusalIn(answer);
  // A wrong password says nothing of the session there is.
  if (code === 'SIGNED_OUT' && path !== 'auth.signIn' && details['reason'] !== 'credentials') signedOut.set(signedOut.get() + 1);
  throw new RpcError(code, details);
}

async function reach(url: string, init: RequestInit): Promise<object> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    // A portal answers 200 with a page: only JSON of our own shape counts (H25).
    const body: unknown = response.headers.get('content-type')?.startsWith('application/json') ? await response.json() : null;
    if (isOurs(body)) return body;
  } catch {
    // No network, a redirect, a cut body: all the same to whoever asks.
  }
  throw new RpcError('UNREACHED');
}

const isOurs = (body: unknown): body is object =>
  Array.isArray(body) ? body.every(isOurs) : typeof body === 'object' && body !== null && ('result' in body || 'error' in body);

function refusalIn(answer: object): { code: ErrorCode; details: ErrorDetails } {
  const { error } = answer as { error?: { data?: { code?: ErrorCode; details?: ErrorDetails } } };
  return { code: error?.data?.code ?? 'INTERNAL', details: error?.data?.details ?? {} };
}
