import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Audit, checkAsides, checkFolds, checkOrder, checkPhone, checkStored, readTables } from './audit.ts';
import { checkOwnPhotos, checkPhotos } from './audit-photos.ts';
import type { Backend } from './backend.ts';
import { installBrowsers } from './browser.ts';
import { type Company, openCompany } from './company.ts';
import { live } from './life.ts';
import { comeToRest, type PhoneAtRest } from './rest.ts';
import { TROUBLES } from './weather.ts';
import { type Met, OUTCOMES } from './witness.ts';

const EVENTS = 45;

interface Runs {
  /** How many days are lived. Seed 7 is always the same plan; how it interleaves is the machine's. */
  readonly seeds: number;
  /** What these runs must have met beside what all runs must. */
  readonly wanted?: readonly Met[];
}

/** The whole way of a day's work, with the real parts at every place of it: phone, sender, `fetch`, doors, engine, database. */
export function roundTripContract(open: () => Promise<Backend>, { seeds, wanted = [] }: Runs): void {
  let backend: Backend;
  const met = new Map<Met, number>();
  const note = (what: Met) => void met.set(what, (met.get(what) ?? 0) + 1);
  beforeAll(async () => {
    installBrowsers();
    backend = await open();
  });
  afterAll(() => backend.close());

  test.each(Array.from({ length: seeds }, (_, at) => at + 1))(
    'seed %i: every tick is on the server once, and the same on every phone',
    async (seed) => {
      const company = await openCompany(backend, seed, note);
      await live(company, { events: EVENTS, met: note });
      expect(await auditAll(company, await comeToRest(company))).toEqual([]);
    },
  );

  test('the seeds met every trouble and every outcome there is', () => {
    process.stderr.write(`${JSON.stringify([...met].sort((a, b) => a[1] - b[1]))}\n`);
    const all: readonly Met[] = [...TROUBLES, ...OUTCOMES, 'offline', 'too_large', ...wanted];
    expect(all.filter((what) => !met.has(what))).toEqual([]);
  });
}

/** Everything that must hold once all is at rest; empty where it does. */
export async function auditAll(company: Company, phones: readonly PhoneAtRest[]): Promise<string[]> {
  const { backend, witness, troubles, own, foreign } = company;
  const found = [...witness.violations, ...backend.bugs(), ...troubles.map(inFull)];
  const audit: Audit = {
    company,
    own: await readTables(company, own),
    foreign: await readTables(company, foreign),
    complain: (invariant, what) => found.push(`${invariant}: ${what}`),
  };
  for (const check of [checkStored, checkOrder, checkFolds]) check(audit);
  for (const phone of phones) for (const check of [checkPhone, checkAsides, checkOwnPhotos]) check(audit, phone);
  await checkPhotos(audit);
  if (!witness.isKeen) audit.complain('I10-isolation', 'the words that must not leak are in no answer at all: their absence says nothing');
  return found;
}

const inFull = (error: unknown): string =>
  error instanceof Error ? `${error.stack}${error.cause === undefined ? '' : `, because of ${inFull(error.cause)}`}` : String(error);
