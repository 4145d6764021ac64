import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { uuidv7 } from '@heliograph/domain';
import { isStepKind, stepKinds } from '@heliograph/domain/step-kinds';
import type { Client } from './client.ts';

/** What there is to do: a site to work on, and procedures with their steps in order. */
export interface Work {
  readonly site: string;
  readonly procedures: readonly { readonly hash: string; readonly steps: readonly { readonly id: string; readonly kind: string }[] }[];
}

export async function findWork(client: Client): Promise<Work> {
  const { answer } = await client.phone(randomUUID())([]);
  const site = answer.refs?.find(({ kind }) => kind === 'site')?.id;
  if (site === undefined) throw new Error('The technician is assigned to no site.');
  const { items } = await client.query<{ items: readonly { readonly hash: string }[] }>('procedure.list', {});
  const procedures = await Promise.all(
    items.map(({ hash }) => client.query<{ content: { steps: Work['procedures'][number]['steps'] } }>('procedure.get', { hash })),
  );
  return { site, procedures: procedures.map(({ content }, n) => ({ hash: items[n]?.hash ?? '', steps: content.steps })) };
}

/** A phone that records day after day: its identity, and operations without end. */
export interface Recorder {
  readonly device: string;
  /** The next operations: executions started and answered step by step, values as scattered as real readings. */
  next(count: number): Recorded[];
}

/** An operation as it leaves a phone; the server reads it as it would read anybody's. */
export interface Recorded {
  readonly i: number;
  readonly x: string;
  readonly k: string;
  readonly s?: string;
}

export function recorder(work: Work): Recorder {
  const operations = record(work);
  return { device: randomUUID(), next: (count) => Array.from({ length: count }, () => operations.next().value) };
}

const newId = () => uuidv7(Date.now(), randomBytes(10));

function* record({ site, procedures }: Work): Generator<Recorded, never> {
  const since = Date.now() - 30 * 86_400_000;
  let i = 0;
  const envelope = (x: string) => {
    i++;
    return { i, id: newId(), v: 1, x, w: since + i * 45_000 + randomInt(20_000), z: 60, o: -340, n: 12 };
  };
  for (let turn = 0; ; turn++) {
    const procedure = procedures[turn % procedures.length];
    if (procedure === undefined) throw new Error('The library is empty.');
    const x = newId();
    yield { ...envelope(x), k: 'start', p: { procedure: procedure.hash, site, roles: ['technician'] } } as Recorded;
    for (const { id, kind } of procedure.steps) if (isStepKind(kind)) yield { ...envelope(x), k: 'step', s: id, p: answerOf(kind) } as Recorded;
  }
}

/** An answer of this kind, a measurement with a value of its own. */
function answerOf(kind: keyof typeof stepKinds) {
  const [response] = stepKinds[kind].example.responses;
  const value = String(randomInt(100, 99_999) / 100);
  return { kind, response: kind === 'measurement' ? { ...response, value } : response, verdict: { outcome: 'pass' } };
}
