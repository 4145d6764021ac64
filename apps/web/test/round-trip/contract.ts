import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAsides, checkFolds, checkOrder, checkPhone, checkStored, readTables, type Tables } from './audit.ts';
import { checkOwnPhotos, checkPhotos } from './audit-photos.ts';
import type { Backend } from './backend.ts';
import { installBrowsers } from './browser.ts';
import { type Company, openCompany } from './company.ts';
import { live } from './life.ts';
import { comeToRest, type PhoneAtRest } from './rest.ts';
import { TROUBLES } from './wire.ts';
import { type Met, OUTCOMES } from './witness.ts';

const EVENTS = 45;

/** The whole way of a day's work, with the real parts at every place of it: phone, sender, `fetch`, doors, engine, database. */
export function roundTripContract(open: () => Promise<Backend>, { seeds, wanted = [] }: { seeds: readonly number[]; wanted?: readonly Met[] }): void {
  let backend: Backend;
  const met = new Map<Met, number>();
  const note = (what: Met) => void met.set(what, (met.get(what) ?? 0) + 1);
  beforeAll(async () => {
    installBrowsers();
    backend = await open();
  });
  afterAll(() => backend.close());

  test.each(seeds)('seed %i: every tick is on the server once, and the same on every phone', async (seed) => {
    const company = await openCompany(backend, seed, note);
    const t0 = performance.now();
    await live(company, EVENTS, note);
    const t1 = performance.now();
    const phones = await comeToRest(company);
    const t2 = performance.now();
    process.stderr.write(`TIME live ${t1 - t0} rest ${t2 - t1} n ${company.recorded.size}\n`);
    expect(await auditAll(company, phones)).toEqual([]);
    expect(company.witness.isKeen).toBe(true);
  });

  test('the seeds met every trouble and every outcome there is', () => {
    const all: readonly Met[] = [...TROUBLES, ...OUTCOMES, 'offline', 'too_large', ...wanted];
    expect(all.filter((what) => !met.has(what))).toEqual([]);
  });
}

/** Everything that must hold once all is at rest; empty where it does. */
export async function auditAll(company: Company, phones: readonly PhoneAtRest[]): Promise<string[]> {
  const { backend, witness, troubles, own, foreign } = company;
  const found: string[] = [...witness.violations, ...backend.bugs(), ...troubles.map(inFull)];
  const complain = (invariant: string, what: string) => void found.push(`${invariant}: ${what}`);
  const tables = { own: await readTables(company, own), foreign: await readTables(company, foreign) };
  checkStored(company, tables, complain);
  for (const one of Object.values(tables)) {
    checkOrder(company, one, complain);
    checkFolds(company, one, complain);
  }
  for (const phone of phones) checkOne(phone, phone.person.plant === own ? tables.own : tables.foreign, complain);
  await checkPhotos(company, tables, complain);
  return found;
}

function checkOne(phone: PhoneAtRest, tables: Tables, complain: (invariant: string, what: string) => void): void {
  checkPhone(phone, tables, complain);
  checkAsides(phone, tables, complain);
  checkOwnPhotos(phone, tables, complain);
}

const inFull = (error: unknown): string =>
  error instanceof Error ? `${error.stack}${error.cause === undefined ? '' : `, because of ${inFull(error.cause)}`}` : String(error);
