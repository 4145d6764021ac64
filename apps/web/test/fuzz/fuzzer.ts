import { gunzipSync, gzipSync } from 'node:zlib';
import { ORIGIN } from '@heliograph/api/testing';
import type { Backend, Doors } from '../round-trip/backend.ts';
import type { Company } from '../round-trip/company.ts';
import type { World } from '../round-trip/weather.ts';
import { disturb, type Json } from './hostile.ts';

/** A call of a phone that a server has taken, as it was sent. */
interface Sample {
  readonly path: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What phones send, kept as it passes: the best liars begin with the truth. */
export class Harvest {
  readonly exchanges: Sample[] = [];
  readonly slices: Sample[] = [];
  /** Tokens and names from any organisation, to be put where they do not belong. */
  readonly words = new Set<string>();
  /** Told of each slice of a photo that is not whole yet, before its phone hears that it was taken. */
  onSlice: (slice: Sample, next: number) => Promise<void> = async () => undefined;

  /** The same servers, with somebody listening. */
  listen({ instances }: Pick<Backend, 'instances'>): Doors[] {
    return instances.map(({ trpc, photo }) => ({
      trpc: (request) => this.#overhear(request, trpc, this.exchanges),
      photo: (request) => this.#overhear(request, photo, this.slices),
    }));
  }

  async #overhear(request: Request, handle: Doors['trpc'], shelf: Sample[]): Promise<Response> {
    const isSending = request.method === 'POST' || request.method === 'PATCH';
    const bytes = isSending ? new Uint8Array(await request.clone().arrayBuffer()) : null;
    const answer = await handle(request);
    if (bytes === null) return answer;
    const sample = { path: new URL(request.url).pathname, headers: new Headers(request.headers), bytes };
    if (!(await wasTaken(answer))) {
      if (answer.status === 204) await this.onSlice(sample, Number(answer.headers.get('upload-offset')));
      return answer;
    }
    shelf.push(sample);
    if (shelf.length > 60) shelf.shift();
    if (shelf === this.exchanges) for (const word of wordsIn(bodyOf({ headers: request.headers, bytes }))) this.words.add(word);
    return answer;
  }
}

/** Only what is stored already is disturbed and sent again: else it would be a promise that is broken, not a forgery that is refused. */
async function wasTaken(answer: Response): Promise<boolean> {
  if (answer.status === 204) return answer.headers.get('upload-offset') === answer.headers.get('upload-length');
  return answer.status === 200 && (await answer.clone().text()).includes('"kind":"ok"');
}

const bodyOf = ({ headers, bytes }: Omit<Sample, 'path'>): { [key: string]: Json } =>
  // A phone of ours has just written it.
  JSON.parse(new TextDecoder().decode(headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes)) as { [key: string]: Json };

const wordsIn = (body: { [key: string]: Json }): string[] =>
  ['dev', 'user', 'inc', 'cur', 'seen'].flatMap((key) => (typeof body[key] === 'string' ? [body[key]] : []));

/** Whose cookie a forgery carries. */
export interface Liar {
  readonly org: string;
  readonly cookie: string | null;
}

interface Forgery {
  readonly says: string;
  readonly request: Request;
  /** All of it that can be read. */
  readonly text: string;
  /** Ids of the operations in it. */
  readonly ids: readonly string[];
}

const METHODS = ['PATCH', 'PATCH', 'PATCH', 'HEAD', 'GET', 'POST', 'PUT', 'DELETE'];

/** Draws one forgery from what was overheard. */
export function forge(world: World, harvest: Harvest, { cookie }: Liar): Forgery | null {
  const isSlice = harvest.slices.length > 0 && world.chance(0.35);
  const shelf = isSlice ? harvest.slices : harvest.exchanges;
  if (shelf.length === 0) return null;
  const sample = world.pick(shelf);
  const headers = new Headers(sample.headers);
  headers.delete('cookie');
  if (cookie !== null) headers.set('cookie', cookie);
  return isSlice ? forgeSlice(world, { ...sample, headers }) : forgeExchange(world, { ...sample, headers }, harvest);
}

function forgeExchange(world: World, sample: Sample, { words }: Harvest): Forgery {
  const body = bodyOf(sample);
  const changes = disturb(world, body, [...words]);
  const text = JSON.stringify(body);
  const ids = (Array.isArray(body['ops']) ? body['ops'] : []).flatMap((op) =>
    typeof op === 'object' && op !== null && 'id' in op && typeof op.id === 'string' ? [op.id] : [],
  );
  const headers = new Headers(sample.headers);
  headers.delete('content-length');
  const isPacked = world.chance(0.5);
  headers.delete('content-encoding');
  if (isPacked) headers.set('content-encoding', 'gzip');
  const whole = isPacked ? gzipSync(text) : Buffer.from(text);
  const { bytes, how } = damage(world, whole);
  if (world.chance(0.03)) headers.set('content-type', world.pick(['text/plain', 'application/xml', 'multipart/form-data']));
  if (world.chance(0.03)) headers.set('content-encoding', world.pick(['br', 'deflate', 'gzip', 'x']));
  const request = new Request(`${ORIGIN}${sample.path}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
  return { says: `an exchange: ${[...changes, ...how].join(', ')}`, request, text, ids };
}

/** Now and then the bytes themselves suffer on the way. */
function damage(world: World, bytes: Buffer): { bytes: Buffer; how: string[] } {
  const dice = world.random();
  if (dice < 0.05) return { bytes: bytes.subarray(0, world.below(bytes.length)), how: ['cut short'] };
  if (dice < 0.1) {
    const flipped = Buffer.from(bytes);
    const at = world.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << world.below(8));
    return { bytes: flipped, how: ['a bit flipped'] };
  }
  if (dice < 0.12) return { bytes: Buffer.from(world.bytes(200)), how: ['noise'] };
  return { bytes, how: [] };
}

function forgeSlice(world: World, { path, headers: own, bytes: whole }: Sample): Forgery {
  const headers = new Headers(own);
  const how: string[] = [];
  const change = (name: string, to: string): void => {
    how.push(`${name} ${to}`);
    headers.set(name, to);
  };
  const number = (): string =>
    world.pick(['-1', '0', '1', '999', '1e3', '99999999999', '9'.repeat(30), 'NaN', '', '0x10', String(world.below(5000))]);
  if (world.chance(0.5)) change('upload-offset', number());
  if (world.chance(0.3)) change('upload-length', number());
  if (world.chance(0.1)) change('content-type', world.pick(['image/jpeg', 'text/html', '']));
  const sha = path.split('/').at(-1) ?? '';
  const name = world.chance(0.3)
    ? world.pick([Buffer.from(world.bytes(32)).toString('hex'), sha.toUpperCase(), sha.slice(1), '..%2f..%2fkey', `${sha}%00`, 'A'.repeat(5000)])
    : sha;
  const method = world.pick(METHODS);
  const size = world.pick([0, 1, whole.length, whole.length, whole.length * 2, 1_200_000]);
  headers.delete('content-length');
  const mask = world.pick([0, 0, 1]);
  if (mask > 0) how.push('other bytes');
  const body = method === 'HEAD' || method === 'GET' ? null : Uint8Array.from({ length: size }, (_, at) => (whole[at % whole.length] ?? 0) ^ mask);
  const request = new Request(`${ORIGIN}/api/photos/${name}`, { method, headers, body });
  return { says: `a slice: ${method} of ${size} bytes, ${how.join(', ')}`, request, text: `${name} ${JSON.stringify([...headers])}`, ids: [] };
}

/** Other bytes in the place of the slice that its phone sends next. */
export function spoilNext({ path, headers: own, bytes }: Sample, next: number, { cookie }: Liar): Forgery {
  const headers = new Headers(own);
  headers.set('cookie', cookie ?? '');
  headers.set('upload-offset', String(next));
  headers.delete('content-length');
  const room = Number(own.get('upload-length')) - next;
  const body = bytes.subarray(0, room).map((byte) => byte ^ 1);
  return { says: `other bytes at ${next}`, request: new Request(`${ORIGIN}${path}`, { method: 'PATCH', headers, body }), text: path, ids: [] };
}

/** Who is lied to, past everybody who listens. */
interface Target {
  readonly company: Company;
  readonly servers: readonly Doors[];
}

/** Sends one forgery to one of the servers and holds the answer to what is promised to everybody else. */
export async function send({ company, servers }: Target, { says, request, text, ids }: Forgery, { org }: Liar): Promise<void> {
  const { world, witness, forged } = company;
  for (const id of ids) forged.add(`${org} ${id}`);
  const { trpc, photo } = world.pick(servers);
  const answer = await (request.url.includes('/api/photos/') ? photo : trpc)(request);
  const said = `${JSON.stringify([...answer.headers])}${await answer.text()}`;
  if (answer.status >= 500) witness.violations.push(`5xx: ${says} was answered ${answer.status} ${said}`);
  // What somebody says themselves may be said back to them.
  for (const word of witness.foreignWords(org, said).filter((one) => !text.includes(one)))
    witness.violations.push(`I10-isolation: ${says} told ${org} of ${word}`);
}
