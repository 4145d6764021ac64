import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Outcome, Question } from './worker.ts';

export interface Seeds {
  readonly from: number;
  readonly count: number;
  /** Of each life, instead of all. */
  readonly events?: number;
}

const PROCESSES = 2;

/** Runs every seed once, over two processes, and hands each outcome over as it comes. */
export async function runSeeds({ from, count, events }: Seeds, onOutcome: (outcome: Outcome) => void): Promise<void> {
  let next = from;
  const feed = (worker: ChildProcess) => {
    const question: Question = { seed: next++, ...(events === undefined ? {} : { events }) };
    if (question.seed < from + count) worker.send(question);
    else worker.disconnect();
  };
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)));
      worker.on('message', (outcome) => {
        // Our own worker speaks at the other end.
        onOutcome(outcome as Outcome);
        feed(worker);
      });
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker of the simulation ended with exit code ${code}`))));
      feed(worker);
    });
  await Promise.all(Array.from({ length: Math.min(PROCESSES, count) }, work));
}
