import { photoHashSchema, procedureHashSchema } from '@heliograph/domain';
import starter from '@heliograph/domain/library/starter.json' with { type: 'json' };
import { fold, openSearch, type SearchIndex, searchRecords } from '@heliograph/offline';
import { refRowSchema } from '@heliograph/sync';
import { against, type Bench, type Measure, median, percentile } from '../measure.ts';

const RECORDS = { procedures: 300, tips: 1700, assets: 3000 };
/** As people type them: whole, half, with an accent left out, with a wrong letter. */
const QUERIES = ['isolement', 'defaut isol', 'mégohmmètre', 'connectuer', 'inverter', 'rosée', 'OND-1204', 'couple serrage', 'thermografie', 'ven'];

/** From a query to its hits, over as much as a large organisation has on a phone; the floor looks for the folded letters in every text. */
export const search: Bench = {
  name: 'search',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const records = samples();
    const index = await openSearch();
    await index.update(records);
    const texts = records.map(({ parts }) => fold(parts.map(({ text }) => text).join('\n')));
    const rounds = effort === 'short' ? 5 : 30;
    const found = timed(rounds, (query) => index.search(query));
    const bare = timed(rounds, (query) => texts.filter((text) => text.includes(fold(query))));
    return measures(found, median(bare));
  },
};

const measures = (times: readonly number[], floor: number): Measure[] => [
  against(floor, { name: 'search over 5,000 records, p50', value: percentile(times, 0.5), unit: 'ms' }),
  against(floor, { name: 'search over 5,000 records, p95', value: percentile(times, 0.95), unit: 'ms', target: '≤ 30' }),
];

/** Milliseconds of each search; the first round only warms up. */
function timed(rounds: number, find: (query: string) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++)
    for (const query of QUERIES) {
      const start = performance.now();
      find(query);
      if (round > 0) times.push(performance.now() - start);
    }
  return times;
}

/** The starter library over and over, each copy with words of its own. */
function samples(): Parameters<SearchIndex['update']>[0] {
  const hash = (n: number) => procedureHashSchema.parse(photoHashSchema.parse(n.toString(16).padStart(64, '0')));
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
  const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  const contents = many(RECORDS.procedures, (n) => ({ hash: hash(n), content: { ...pick(starter.procedures, n), tags: [`lot-${n}`] } }));
  const rows = [
    ...many(RECORDS.procedures, (n) => ({
      kind: 'procedure',
      id: `p${n}`,
      body: { id: `p${n}`, slug: `procedure-${n}`, version: 1, hash: hash(n), publishedAt: 1 },
    })),
    ...many(RECORDS.tips, (n) => {
      const { title, content, category, tags } = pick(starter.tips, n);
      return { kind: 'tip', id: `t${n}`, body: { id: `t${n}`, title, content, category, tags: [...tags, `site ${n}`] } };
    }),
    ...many(RECORDS.assets, (n) => ({
      ...{ kind: 'asset', id: `a${n}` },
      body: {
        ...{ id: uuid(n), site: uuid(1), parent: null, type: 'string_inverter', name: `Onduleur ${n}`, code: `OND-${n}` },
        ...{ position: n, attributes: {} },
      },
    })),
  ];
  return searchRecords(
    rows.map((row) => refRowSchema.parse({ ...row, q: 1 })),
    contents,
  );
}

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
