import { EVENTS, type Run, simulate } from '@heliograph/sync/simulator';

/** What travels from a worker: one seed's life, without what nobody asks for. */
export type Outcome = Pick<Run, 'seed' | 'violations' | 'operations'> & {
  readonly mood: string;
  readonly covered: readonly string[];
  /** Of a life that fails: how few of its events are enough. */
  readonly shortest?: number;
};

/** What a worker is asked for. @param events of each life, instead of all */
export interface Question {
  readonly seed: number;
  readonly events?: number;
}

/** One turn of the event loop: every promise that can go on has gone on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function outcomeOf({ seed, events = EVENTS }: Question): Promise<Outcome> {
  const outcome = await live(seed, events);
  return outcome.violations.length === 0 ? outcome : { ...outcome, shortest: await shortestFailing(seed, events) };
}

/** The fewest events after which the same company fails: lives are short, so all are tried. */
async function shortestFailing(seed: number, most: number): Promise<number> {
  for (let events = 1; events < most; events++) if ((await live(seed, events)).violations.length > 0) return events;
  return most;
}

async function live(seed: number, events: number): Promise<Outcome> {
  try {
    const { mood, violations, operations, covered } = await simulate(seed, { events, settle });
    return { seed, mood, violations, operations, covered: [...covered.keys()] };
  } catch (error) {
    return { seed, mood: 'crashed', violations: [error instanceof Error ? `${error.stack}` : String(error)], operations: 0, covered: [] };
  }
}

process.on('message', async (question: Question) => {
  process.send?.(await outcomeOf(question));
});
