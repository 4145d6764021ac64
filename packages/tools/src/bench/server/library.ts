import { get } from 'node:http';
import { startDemo } from '../demo.ts';
import { type Bench, plain } from '../measure.ts';
import { openClient, TECHNICIAN } from './client.ts';

/** Of the bar. */
const PROCEDURES = 50;
/** As a phone asks. */
const TOGETHER = 10;

/** What a phone's first day costs its network: every procedure of the library, in the groups in which it asks for them. */
export const library: Bench = {
  name: 'library',
  isInShort: true,
  needsBuild: true,
  run: async () => {
    const server = await startDemo();
    try {
      const { query, cookie } = await openClient(fetch, server.origin, TECHNICIAN);
      const { items } = await query<{ items: readonly { readonly hash: string }[] }>('procedure.list', { limit: 100 });
      let bytes = 0;
      for (let from = 0; from < items.length; from += TOGETHER) {
        const asked = items.slice(from, from + TOGETHER).map(({ hash }) => ({ hash }));
        const doors = asked.map(() => 'procedure.get').join();
        bytes += await packedSize(`${server.origin}/api/trpc/${doors}?batch=1&input=${encodeURIComponent(JSON.stringify({ ...asked }))}`, cookie);
      }
      const name = `${PROCEDURES} procedures, cold, by the mean of ${items.length}`;
      return [plain({ name, value: (bytes / items.length / 1000) * PROCEDURES, unit: 'kB brotli', target: '≤ 160' })];
    } finally {
      await server.stop();
    }
  },
};

/** Bytes of the body as they go over the air; `fetch` would unpack them. */
const packedSize = (url: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200 || answer.headers['content-encoding'] !== 'br') reject(new Error(`answered ${answer.statusCode}, unpacked`));
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
      });
      answer.on('end', () => resolve(size));
    }).on('error', reject);
  });
