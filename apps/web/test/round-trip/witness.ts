import type { Planted } from '@heliograph/db/testing';
import type { PhotoRecord } from '@heliograph/sync';
import * as z from 'zod/mini';
import type { Trouble } from './weather.ts';
import type { Answered } from './wire.ts';

/** States that the full day must pass through: a run that never reaches the bad place proves nothing (sync.md 4.5). */
export const OUTCOMES = [
  ...(['fork', 'wrong_user', 'rejected', 'held', 'dropped', 'entered', 'signed_out', 'resumed', 'refused_photo'] as const),
  ...(['two_heads', 'killed', 'second_tab', 'cloned'] as const),
] as const;
export type Outcome = (typeof OUTCOMES)[number] | 'incarnation' | 'restored';
export type Met = Outcome | Trouble | 'offline' | 'too_large';

const answerSchema = z.object({ result: z.object({ data: z.looseObject({ kind: z.string() }) }) });
const listSchema = z.catch(z.array(z.looseObject({})), []);

/** Sees every answer as it leaves a server, whether or not anybody receives it. */
export class Witness {
  readonly violations: string[] = [];
  /** The database is taken away on purpose: a server may say so (503), and nothing worse. */
  isDatabaseShaky = false;
  /** Words that no other organisation may ever read, by organisation. */
  readonly #secrets: ReadonlyMap<string, Set<string>>;
  readonly #met: (what: Met) => void;
  /** Organisation and hash of each photo that a server has called whole. */
  readonly #whole = new Set<string>();
  #own = 0;

  constructor(plants: readonly Planted[], met: (what: Met) => void) {
    this.#met = met;
    this.#secrets = new Map(plants.map((plant) => [plant.org, new Set(wordsOf(plant))]));
  }

  /** Something was made in an organisation: nobody else may hear of it. */
  keepSecret(org: string, word: string): void {
    this.#secrets.get(org)?.add(word);
  }

  see(org: string, { path, method, status, headers, bytes }: Answered): void {
    const text = `${JSON.stringify([...headers])}${new TextDecoder().decode(bytes)}`;
    const says = `${method} ${path} answered ${status}`;
    if (status >= 500 && !(status === 503 && this.isDatabaseShaky)) this.violations.push(`5xx: ${says} ${text}`);
    for (const word of this.foreignWords(org, text)) this.violations.push(`I10-isolation: ${says} and told ${org} of ${word}`);
    for (const word of this.#secrets.get(org) ?? []) if (text.includes(word)) this.#own++;
    if (status < 300 && headers.has('upload-length') && headers.get('upload-offset') === headers.get('upload-length'))
      this.#whole.add(`${org} ${path.split('/').at(-1)}`);
    this.#cover({ path, method, status, headers, bytes });
  }

  /** Words of other organisations that a text holds. */
  foreignWords(org: string, text: string): string[] {
    return [...this.#secrets].flatMap(([owner, words]) => (owner === org ? [] : [...words].filter((word) => text.includes(word))));
  }

  /** A phone shows how its photos stand: what it calls delivered, a server must have called whole before. */
  hear(org: string, photos: readonly Pick<PhotoRecord, 'sha' | 'state'>[]): void {
    const early = photos.filter(({ sha, state }) => state === 'stored' && !this.#whole.has(`${org} ${sha}`));
    for (const { sha } of early) this.violations.push(`I9-delivered: a phone showed ${sha} as delivered too early`);
  }

  /** Whether the words are such as answers hold: else their absence would say nothing. */
  get isKeen(): boolean {
    return this.#own > 0;
  }

  #cover({ path, method, status, headers, bytes }: Answered): void {
    const [at, length] = [Number(headers.get('upload-offset')), Number(headers.get('upload-length'))];
    if (status === 409 || (method === 'HEAD' && at > 0 && at < length)) this.#met('resumed');
    if (status === 401) this.#met('signed_out');
    if (status === 415) this.#met('refused_photo');
    if (status !== 200 || !path.endsWith('/sync.exchange')) return;
    const { data } = answerSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).result;
    const [aside, drop, full] = ['aside', 'drop', 'full'].map((field) => (Array.isArray(data[field]) ? data[field] : []));
    if (data.kind === 'fork' || data.kind === 'wrong_user' || data.kind === 'incarnation') this.#met(data.kind);
    for (const { state } of listSchema.parse(aside)) this.#met(state === 'held' ? 'held' : 'rejected');
    if (drop !== undefined && drop.length > 0) this.#met('dropped');
    if (full !== undefined && full.length > 0) this.#met('entered');
  }
}

const wordsOf = ({ org, technician, colleague, supervisor, site, otherSite, asset, procedure }: Planted): string[] => {
  const name = [technician.user, colleague.user, supervisor.user];
  return [org, ...name, site, otherSite, asset, procedure];
};
