import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Audit, checkAsides, checkFolds, checkOrder, checkPhone, checkStored, readTables } from './audit.ts';
import { checkOwnPhotos, checkPhotos } from './audit-photos.ts';
import type { Backend } from './backend.ts';
import { installBrowsers } from './browser.ts';
import { type Company, openCompany } from './company.ts';
import { planDay } from './desk.ts';
import { liveFully, mixPasts } from './full-day.ts';
import { live } from './life.ts';
import { comeToRest, type PhoneAtRest } from './rest.ts';
import { TROUBLES } from './weather.ts';
import { type Met, OUTCOMES } from './witness.ts';

const EVENTS = 36;
/** Longest a day may take on a machine that has much else to do, ms. */
const PATIENCE = 120_000;

interface Runs {
  /** Days that are drawn. Seed 7 is always the same plan; how it interleaves is the machine's. */
  readonly seeds: readonly number[];
  /** What the full day must meet here beside what it meets everywhere. */
  readonly wanted?: readonly Met[];
}

export const seedsFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

/** The whole way of a day's work, with the real parts at every place of it: phone, sender, `fetch`, doors, engine, database. */
export function roundTripContract(open: () => Promise<Backend>, { seeds, wanted = [] }: Runs): void {
  let backend: Backend;
  beforeAll(async () => {
    installBrowsers();
    backend = await open();
  });
  afterAll(() => backend.close());

  test(
    'a day that meets every trouble and every outcome there is',
    async () => {
      const met = new Set<Met>();
      const note = (what: Met) => void met.add(what);
      const company = await openCompany(backend, 0, note);
      const plan = planDay(company, note);
      for (const part of [liveFully, mixPasts]) {
        await part(plan);
        expect(await auditAll(company, await comeToRest(company))).toEqual([]);
      }
      const all: readonly Met[] = [...TROUBLES, ...OUTCOMES, 'offline', 'too_large', ...wanted];
      expect(all.filter((what) => !met.has(what))).toEqual([]);
    },
    PATIENCE,
  );

  test.each(seeds)(
    'seed %i: every tick is on the server once, and the same on every phone',
    async (seed) => {
      const company = await openCompany(backend, seed, () => undefined);
      await live(company, { events: EVENTS, met: () => undefined });
      expect(await auditAll(company, await comeToRest(company))).toEqual([]);
    },
    PATIENCE,
  );
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
