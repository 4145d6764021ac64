import { findPassages, insertPassages, lockPassageState, readOrg, settlePassageState, withOrg } from '@heliograph/db';
import { type Planted, plantOrganisation, type TestPostgres, testPostgres } from '@heliograph/db/testing';
import startPostgresServer from '@heliograph/db/testing/global-setup';
import { fuse, type Passage, passagesOfLibrary, questionWords, type Retrieved, shelfOf } from '@heliograph/domain/assistant/grounding';
import { importLibrary } from '@heliograph/domain/import';
import questions from '@heliograph/domain/library/questions.json' with { type: 'json' };
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { measureQuality } from '@heliograph/domain/testing';
import { type Bench, type Measure, median, percentile, plain } from '../measure.ts';

const PASSAGES = 20_000;
const CANDIDATES = 40;

/** How well a question finds its passage, on the server and on the phone; and how long that takes in a library of twenty thousand passages. */
export const retrieval: Bench = {
  name: 'retrieval',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const passages = starterPassages();
    const stopServer = await startPostgresServer();
    const postgres = await testPostgres();
    try {
      const plant = await plantOrganisation(postgres.db);
      await shelve(postgres, plant, passages);
      const quality = await measureQuality((question) => search(postgres, plant, { question, passages: passages.length }));
      const shelf = shelfOf(passages);
      const onPhone = await measureQuality(async (question) => shelf.find(question, 20));
      const times = effort === 'short' ? [] : await timesAmongMany(postgres, plant, passages);
      return [
        plain({ name: `recall at 5 over ${quality.questions} questions`, value: quality.recallAt5, unit: '', target: '≥ 0.9' }),
        plain({ name: 'mean reciprocal rank', value: quality.reciprocalRank, unit: '' }),
        plain({ name: 'unanswerable questions that find nothing', value: quality.silence, unit: '' }),
        plain({ name: 'recall at 5 on the phone', value: onPhone.recallAt5, unit: '', target: '≥ 0.9' }),
        plain({ name: 'mean reciprocal rank on the phone', value: onPhone.reciprocalRank, unit: '' }),
        ...speedOf(times),
      ];
    } finally {
      await postgres.close();
      await stopServer();
    }
  },
};

/** How long each question takes in the worst library, ms. */
async function timesAmongMany(postgres: TestPostgres, plant: Planted, passages: readonly Passage[]): Promise<readonly number[]> {
  await shelve(postgres, plant, multiplied(passages));
  // As the database keeps itself between two publications.
  await postgres.sql('vacuum analyze passage_word, passage');
  return timed((question) => search(postgres, plant, { question, passages: PASSAGES }));
}

/** Nothing where nothing was timed: filling the worst library takes longer than a short run may. */
const speedOf = (times: readonly number[]): readonly Measure[] =>
  times.length === 0
    ? []
    : [
        plain({ name: `search in ${PASSAGES} passages, median`, value: median(times), unit: 'ms' }),
        plain({ name: `search in ${PASSAGES} passages, p95`, value: percentile(times, 0.95), unit: 'ms', target: '≤ 50 ms' }),
      ];

function starterPassages(): Passage[] {
  const read = importLibrary(starter);
  if (read.kind === 'refused') throw new Error('the starter library is not readable');
  return passagesOfLibrary(read.library);
}

/** More of the same: the worst library, whose words are all common. */
const multiplied = (passages: readonly Passage[]): Passage[] =>
  Array.from({ length: PASSAGES - passages.length }, (_, at) => passages[at % passages.length])
    .filter((passage) => passage !== undefined)
    .map((passage, at) => ({ ...passage, id: `${passage.id}-${Math.floor(at / passages.length) + 2}` }));

const shelve = ({ db }: TestPostgres, plant: Planted, passages: readonly Passage[]): Promise<void> =>
  withOrg(db, plant, async (tx) => {
    await lockPassageState(tx);
    await insertPassages(
      tx,
      passages.map((passage) => ({ ...passage, stamp: 'bench' })),
    );
    await settlePassageState(tx, { seen: 0, version: 'bench' });
  });

const search = ({ db }: TestPostgres, plant: Planted, { question, passages }: { question: string; passages: number }): Promise<Retrieved[]> =>
  readOrg(db, plant, async (tx) => fuse(await findPassages(tx, questionWords(question), { passages, most: CANDIDATES }), passages));

/** How long each question takes, ms; once round before that warms up. */
async function timed(ask: (question: string) => Promise<unknown>): Promise<number[]> {
  const all = [...questions.pairs, ...questions.unanswerable].map(({ question }) => question);
  for (const question of all) await ask(question);
  const times: number[] = [];
  for (const question of all) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
  }
  return times;
}
