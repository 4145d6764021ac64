import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../browser/index.ts';
import { seedDemo, startDemo } from '../demo.ts';
import { type Bench, type Measure, plain } from '../measure.ts';
import { startFromNothing } from './from-nothing.ts';

const AT_REST = 5_000;

/** How long it takes until somebody can work, and what the server weighs when nobody does. The full bench begins with an empty home. */
export const startUp: Bench = {
  name: 'start',
  isInShort: true,
  needsBuild: true,
  run: async (effort) => [...(effort === 'full' ? [await fromNothing()] : []), ...(await built())],
};

const fromNothing = async (): Promise<Measure> =>
  plain({ name: '`npm start` from an empty home to serving', value: (await startFromNothing()) / 1000, unit: 's', target: '≤ 180' });

async function built(): Promise<Measure[]> {
  const { startedIn } = await seedDemo();
  const first = await startDemo();
  await first.kill();
  const again = await startServer({ dataDir: first.dataDir, port: first.port });
  await pause(AT_REST);
  const megabytes = residentKilobytes(again.pid) / 1024;
  await again.stop();
  await first.stop();
  return [
    plain({ name: 'first start, with demonstration data', value: startedIn / 1000, unit: 's' }),
    plain({ name: 'start on existing data, after a kill', value: again.startedIn / 1000, unit: 's' }),
    plain({ name: 'server memory at rest, embedded database', value: megabytes, unit: 'MB' }),
  ];
}

const residentKilobytes = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
