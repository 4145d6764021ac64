import { count } from '@heliograph/tools/counts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installBrowsers } from '../round-trip/browser.ts';
import { openCompany } from '../round-trip/company.ts';
import { planDay } from '../round-trip/desk.ts';
import { live } from '../round-trip/life.ts';
import { comeToRest } from '../round-trip/rest.ts';
import { type Dump, type Fleet, openFleet } from './fleet.ts';
import { followNews } from './news.ts';
import { audit, changeBuilds, killDatabase, killServer, settle, under } from './strike.ts';

interface Blows {
  readonly serverKills: number;
  readonly databaseKills: number;
  readonly restores: number;
}

const PATIENCE = 3_600_000;
const AFTERNOON = { events: 20, met: () => undefined, without: ['restore', 'clone'] } as const;

/**
 * Two real server processes on one real PostgreSQL, phones with the real engine at both, and blows that no server survives. The auditor sees what
 * people were told and, apart from it, the tables.
 */
export function siegeContract({ serverKills, databaseKills, restores }: Blows): void {
  let fleet: Fleet;
  beforeAll(async () => {
    installBrowsers();
    fleet = await openFleet();
  }, PATIENCE);
  afterAll(() => fleet.close(), PATIENCE);

  test(
    'what one process has stored, the other one tells the office; and an auditor who is robbed of a record misses it',
    async () => {
      const [here, there] = fleet.posts;
      if (here === undefined || there === undefined) throw new Error('two servers');
      const company = await openCompany({ ...fleet, instances: [here.doors] }, 60, () => undefined);
      const { x, open, send } = planDay(company, () => undefined);
      const [phone] = company.handsets;
      if (phone === undefined) throw new Error('a phone');
      const desk = await open(phone);
      const news = await followNews(there.doors, await fleet.signIn(company.own.supervisor));
      const [before = 0] = await news.told(1);
      await send(desk, { draft: { k: 'start', x, p: { procedure: company.own.procedure, site: company.own.site, roles: ['technician'] } } });
      expect((await news.told(2)).at(-1)).toBeGreaterThan(before);
      await news.leave();
      expect(await audit(company)).toEqual([]);
      const [promised = ''] = company.recorded.keys();
      await fleet.forget(promised);
      expect(await audit(company)).toContainEqual(expect.stringMatching(`^I1-durability: ${promised}`));
    },
    PATIENCE,
  );

  test(
    `kill -9 of a server, ${serverKills} times while phones push records and photos: nothing lost, doubled or misattributed`,
    async () => {
      const company = await settle(fleet, 61);
      for (let kill = 0; kill < serverKills; kill++) await under(company, () => killServer(company, fleet));
      expect(await audit(company)).toEqual([]);
      count('kill -9 of a server while phones push', serverKills);
      count('promises audited after these', company.recorded.size);
    },
    PATIENCE,
  );

  test(
    `kill -9 of PostgreSQL, ${databaseKills} times while phones push: nothing lost, doubled or misattributed`,
    async () => {
      const company = await settle(fleet, 62);
      for (let kill = 0; kill < databaseKills; kill++) await under(company, () => killDatabase(company, fleet));
      expect(await audit(company)).toEqual([]);
      count('kill -9 of PostgreSQL while phones push', databaseKills);
      count('promises audited after these', company.recorded.size);
    },
    PATIENCE,
  );

  test(
    'a new build migrates the database while phones push to the old one beside it; then it is taken back, and the old one serves on',
    async () => {
      const company = await settle(fleet, 64);
      await under(company, () => changeBuilds(company, fleet, 'forward'));
      await under(company, () => killServer(company, fleet));
      await under(company, () => changeBuilds(company, fleet, 'back'));
      expect(await audit(company)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    `an older dump brought back ${restores} times, and nobody told: the phones bring back everything that was acknowledged since`,
    async () => {
      const company = await settle(fleet, 63);
      const dumps: Dump[] = [];
      company.isPastMixed = true;
      for (let restore = 0; restore < restores; restore++) {
        dumps.push(await fleet.dump());
        await live(company, AFTERNOON);
        // Everything is acknowledged, and then gone from the server.
        await comeToRest(company);
        await company.world.pick(dumps).bringBack();
        await live(company, AFTERNOON);
      }
      expect(await audit(company)).toEqual([]);
      count('older dumps brought back while phones returned', restores);
      count('promises audited after these', company.recorded.size);
    },
    PATIENCE,
  );
}
