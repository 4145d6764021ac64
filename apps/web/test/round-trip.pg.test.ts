import { beforeAll, expect, test } from 'vitest';
import { readTables } from './round-trip/audit.ts';
import { onPostgres } from './round-trip/backend.ts';
import { installBrowsers } from './round-trip/browser.ts';
import { openCompany } from './round-trip/company.ts';
import { auditAll, roundTripContract, seedsFrom } from './round-trip/contract.ts';
import { live } from './round-trip/life.ts';
import { comeToRest } from './round-trip/rest.ts';
import type { Met } from './round-trip/witness.ts';

beforeAll(installBrowsers);

roundTripContract(onPostgres, { seeds: seedsFrom(6, 5), wanted: ['restored', 'incarnation'] });

test("last night's backup restored over a day's work, and nobody told: the phones bring back what it lacks", async () => {
  const backend = await onPostgres();
  const met = new Set<Met>();
  const day = { events: 40, met: (what: Met) => void met.add(what), without: ['restore'] } as const;
  const company = await openCompany(backend, 1, day.met);
  const { own, foreign } = company;
  const count = async () =>
    (await Promise.all([own, foreign].map((plant) => readTables(company, plant)))).flatMap(({ operations }) => operations).length;
  await live(company, day);
  await comeToRest(company);
  const evening = await backend.backUp?.(null);
  const before = await count();

  await live(company, day);
  await comeToRest(company);
  expect(company.recorded.size).toBe(await count());
  await evening?.restore();
  expect(await count()).toBe(before);
  expect(before).toBeLessThan(company.recorded.size);

  company.isPastMixed = true;
  expect(await auditAll(company, await comeToRest(company))).toEqual([]);
  expect(met).toContain('incarnation');
  await backend.close();
});
