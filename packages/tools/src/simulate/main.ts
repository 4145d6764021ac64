import { parseArgs } from 'node:util';
import { runSeeds } from './crowd.ts';
import { Summary } from './summary.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, events: { type: 'string' } },
});
const count = Number(values.seeds);
const from = Number(values.from);
const events = values.events === undefined ? {} : { events: Number(values.events) };
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(from) || from < 0) {
  console.error('Say how many seeds, and perhaps the first: npm run simulate -- --seeds 1000 --from 1');
  process.exit(2);
}

const summary = new Summary();
const started = Date.now();
const ticking = setInterval(() => console.log(`${summary.seeds} of ${count} seeds, ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
await runSeeds({ from, count, ...events }, (outcome) => {
  summary.add(outcome);
  if (outcome.violations.length > 0)
    console.log(
      `seed ${outcome.seed} (${outcome.mood}), with ${outcome.shortest} of its events already:\n  ${outcome.violations.slice(0, 10).join('\n  ')}`,
    );
});
clearInterval(ticking);

console.log(`Seeds that reached: ${summary.coverage}.`);
if (summary.unreached.length > 0) console.log(`Hardly reached, so hardly proved: ${summary.unreached.join(', ')}.`);
if (summary.failures.length > 0)
  console.log(
    `Again: ${summary.failures
      .slice(0, 20)
      .map(({ seed, shortest }) => `npm run simulate -- --seeds 1 --from ${seed} --events ${shortest}`)
      .join(' · ')}`,
  );
console.log(
  `${summary.seeds} seeds, ${summary.operations} operations, ${summary.failures.length} seeds with violations, ${summary.unreached.length} states unreached`,
);
process.exit(summary.hasFailed ? 1 : 0);
