import { type Run, simulate } from '@heliograph/sync/simulator';

/** What travels from a worker: one seed's life, without what nobody asks for. */
export type Outcome = Pick<Run, 'seed' | 'violations' | 'operations'> & { readonly mood: string; readonly covered: readonly string[] };

/** One turn of the event loop: every promise that can go on has gone on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function outcomeOf(seed: number): Promise<Outcome> {
  try {
    const { mood, violations, operations, covered } = await simulate(seed, { settle });
    return { seed, mood, violations, operations, covered: [...covered.keys()] };
  } catch (error) {
    return { seed, mood: 'crashed', violations: [error instanceof Error ? `${error.stack}` : String(error)], operations: 0, covered: [] };
  }
}

process.on('message', async (seed: number) => {
  process.send?.(await outcomeOf(seed));
});
