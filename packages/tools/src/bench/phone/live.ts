import type { Page } from '@playwright/test';
import { launchPhone, signIn } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { type Bench, type Effort, median, percentile, plain } from '../measure.ts';
import { openClient, TECHNICIAN } from '../server/client.ts';
import { findWork, type Recorded, type Recorder, recorder } from '../server/workload.ts';

const RECORDS: Record<Effort, number> = { short: 3, full: 15 };
const DESK = { width: 1440, height: 900 };

/** From the server's answer to a phone until the supervisor's screen shows what it sent. */
export const live: Bench = {
  name: 'live',
  isInShort: false,
  needsBuild: true,
  run: async (effort) => {
    const server = await startDemo();
    const desk = await launchPhone({ origin: server.origin, size: DESK });
    try {
      const client = await openClient(fetch, server.origin, TECHNICIAN);
      const phone = recorder(await findWork(client));
      const exchange = client.phone(phone.device);
      await signIn(desk.page, 'supervisor@demo.test', '/office');
      await desk.page.locator('main tbody tr').first().waitFor();
      const times: number[] = [];
      while (times.length < RECORDS[effort]) {
        const { before, start } = untilStart(phone);
        await exchange(before);
        const seen = nextRow(desk.page);
        await exchange([start]);
        const answered = Date.now();
        times.push(Math.max(0, (await seen) - answered));
      }
      const seen = 'a record on the supervisor’s screen, after the phone sent it';
      return [
        plain({ name: `${seen}, median`, value: median(times) / 1000, unit: 's', target: '≤ 1' }),
        plain({ name: `${seen}, slowest`, value: percentile(times, 1) / 1000, unit: 's' }),
      ];
    } finally {
      await desk.close();
      await server.stop();
    }
  },
};

/** The first record of the next execution, and all that comes before it. */
function untilStart(phone: Recorder): { before: readonly Recorded[]; start: Recorded } {
  const before: Recorded[] = [];
  for (;;)
    for (const record of phone.next(1)) {
      if (record.k === 'start') return { before, start: record };
      before.push(record);
    }
}

/** When the list has one row more, ms of the wall clock. */
const nextRow = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const rows = () => document.querySelectorAll('main tbody tr').length;
        const before = rows();
        const looking = new MutationObserver(() => {
          if (rows() <= before) return;
          looking.disconnect();
          resolve(Date.now());
        });
        looking.observe(document, { childList: true, subtree: true });
      }),
  );
