import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../browser/index.ts';
import { type Bench, plain } from '../measure.ts';

const AT_REST = 5_000;

/** How long the built application takes to be ready, and what it weighs when nobody uses it. */
export const startUp: Bench = {
  name: 'start',
  isInShort: true,
  needsBuild: true,
  run: async () => {
    const first = await startServer({ env: { DEMO: 'on' } });
    await first.kill();
    const again = await startServer({ dataDir: first.dataDir, port: first.port });
    await pause(AT_REST);
    const megabytes = residentKilobytes(again.pid) / 1024;
    await again.stop();
    return [
      plain({ name: 'first start, with demonstration data', value: first.startedIn / 1000, unit: 's' }),
      plain({ name: 'start on existing data, after a kill', value: again.startedIn / 1000, unit: 's' }),
      plain({ name: 'server memory at rest, embedded database', value: megabytes, unit: 'MB' }),
    ];
  },
};

const residentKilobytes = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
