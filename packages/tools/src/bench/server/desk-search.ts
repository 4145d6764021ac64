import { pageOfAssets, readOrg, saveAssets, withOrg } from '@heliograph/db';
import { newId, type Planted, plantOrganisation, testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import type { Asset, AssetId } from '@heliograph/domain';
import { type Bench, median, percentile, plain } from '../measure.ts';

const ROWS = 200_000;
/** What people look for: a number that one position has, words that many have, and something that is nowhere. */
const QUERIES = ['SN1999', 'LG-CH-150000', 'chaine 7 onduleur 4', 'Chaîne', 'poste de livraison'];
const ROUNDS = 8;
const PAGE = 50;

/** Equipment looked for at the desk, in an organisation that has two hundred thousand positions. */
export const deskSearch: Bench = {
  name: 'desk search',
  isInShort: false,
  needsBuild: false,
  run: async () => {
    const stopServer = await startPostgresServer();
    const postgres = await testPostgres();
    try {
      const plant = await plantOrganisation(postgres.db);
      await withOrg(postgres.db, plant, (tx) => saveAssets(tx, strings(plant)));
      await postgres.sql('vacuum analyze asset');
      const ask = (query: string) => readOrg(postgres.db, plant, (tx) => pageOfAssets(tx, plant.supervisor, { query, limit: PAGE }));
      const times = await timed(ask);
      const name = `search at the desk over ${ROWS.toLocaleString('en')} positions`;
      return [
        plain({ name: `${name}, p50`, value: median(times), unit: 'ms' }),
        plain({ name: `${name}, p95`, value: percentile(times, 0.95), unit: 'ms', target: '≤ 50' }),
      ];
    } finally {
      await postgres.close();
      await stopServer();
    }
  },
};

const strings = ({ site }: Planted): Asset[] =>
  Array.from({ length: ROWS }, (_, n) => ({
    ...{ id: newId<AssetId>(), site: site, parent: null, type: 'string', position: n, attributes: {} },
    ...{ name: `Chaîne ${n % 24} de l’onduleur ${Math.floor(n / 24)}`, code: `LG-CH-${n}`, serial: `SN${n}` },
  }));

/** How long each answer takes, ms; once round before that warms up. */
async function timed(ask: (query: string) => Promise<unknown>): Promise<number[]> {
  for (const query of QUERIES) await ask(query);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const query of QUERIES) {
      const start = performance.now();
      await ask(query);
      times.push(performance.now() - start);
    }
  return times;
}
