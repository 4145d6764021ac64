import { gzipSync } from 'node:zlib';
import { launchPhone, signIn, waitUntilReady } from '../../browser/index.ts';
import { startDemo } from '../demo.ts';
import { type Bench, plain } from '../measure.ts';
import { TECHNICIAN } from '../server/client.ts';

/** What a new phone fetches: scripts until Today can be used, and everything it keeps for the time without a network. */
export const weight: Bench = {
  name: 'weight',
  isInShort: true,
  needsBuild: true,
  run: async () => {
    const server = await startDemo();
    const phone = await launchPhone({ origin: server.origin });
    try {
      const { page } = phone;
      await signIn(page, TECHNICIAN);
      await waitUntilReady(page);
      // What is fetched in idle moments comes after what Today needs, and is weighed with the precache: the next start has no such moment.
      await phone.context.addInitScript(() => {
        window.requestIdleCallback = () => 0;
      });
      await page.goto('/app');
      await page.getByRole('main').getByRole('link').first().waitFor();
      const scripts = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.js')),
      );
      const kept = await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        // The scanner's decoder lies in a cache of its own, on devices that need it.
        const names = (await caches.keys()).filter((name) => name.includes('precache'));
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return requests.flat().map(({ url }) => url);
      });
      return [
        plain({ name: 'script until Today is usable', value: (await gzipBytes(scripts)) / 1000, unit: 'kB gzip', target: '≤ 170' }),
        plain({ name: 'precache, all of it', value: (await gzipBytes(kept)) / 1000, unit: 'kB gzip', target: '≤ 500' }),
      ];
    } finally {
      await phone.close();
      await server.stop();
    }
  },
};

async function gzipBytes(urls: readonly string[]): Promise<number> {
  const sizes = await Promise.all([...new Set(urls)].map(async (url) => gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())).length));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}
