import { type Bench, plain } from '../measure.ts';
import { findWork, recorder } from './workload.ts';
import { openWorld } from './world.ts';

/** Bytes of an exchange, through the real HTTP door. */
export const exchangeSize: Bench = {
  name: 'exchange size',
  isInShort: true,
  needsBuild: false,
  run: async () => {
    const { client, close } = await openWorld();
    try {
      const phone = recorder(await findWork(client));
      const exchange = client.phone(phone.device);
      while ((await exchange([])).answer.more);
      const thousand = await exchange(phone.next(1000));
      while ((await exchange([])).answer.more);
      const nothing = await exchange([]);
      return [
        plain({ name: '1,000 queued steps, one request', value: thousand.gzipBytes / 1000, unit: 'kB gzip', target: '≤ 70' }),
        plain({ name: '1,000 queued steps, time to the answer', value: thousand.ms, unit: 'ms', target: '≤ 150' }),
        plain({ name: 'pull with nothing new', value: nothing.answerBytes, unit: 'B', target: '≤ 300' }),
      ];
    } finally {
      await close();
    }
  },
};
