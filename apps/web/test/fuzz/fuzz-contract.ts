import { plantMember } from '@heliograph/db/testing';
import { count } from '@heliograph/tools/counts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend } from '../round-trip/backend.ts';
import { onEmbedded } from '../round-trip/backend.ts';
import { installBrowsers } from '../round-trip/browser.ts';
import { type Company, openCompany, takePicture } from '../round-trip/company.ts';
import { auditAll } from '../round-trip/contract.ts';
import { planDay } from '../round-trip/desk.ts';
import { live } from '../round-trip/life.ts';
import { comeToRest } from '../round-trip/rest.ts';
import { calm } from '../round-trip/weather.ts';
import { photoEntry } from '../round-trip/work.ts';
import { forge, Harvest, type Liar, send, spoilNext } from './fuzzer.ts';

interface Fuzz {
  readonly seeds: readonly number[];
  /** Forgeries of each. */
  readonly forgeries: number;
}

const PATIENCE = 3_600_000;
/** Forgeries between two stretches of honest work. */
const BURST = 40;

/** Phones work on while somebody sends what they have sent, disturbed, in their own name and in others'. */
export function fuzzContract({ seeds, forgeries }: Fuzz): void {
  let backend: Backend;
  beforeAll(async () => {
    installBrowsers();
    backend = await onEmbedded();
  }, PATIENCE);
  afterAll(() => backend.close());

  test.each(seeds)(
    `seed %i: ${forgeries} disturbed exchanges and slices give no 5xx, change nobody else's data, and stop nobody's queue`,
    async (seed) => {
      const harvest = new Harvest();
      const company = await openCompany({ ...backend, instances: harvest.listen(backend) }, seed, () => undefined);
      const { world, net, people, own, foreign } = company;
      net.weather = calm;
      // A colleague with every right there is sends other bytes into the middle of each photo.
      const spoiler = { org: own.org, cookie: await backend.signIn(await plantMember(backend.db, own.org, { name: 'Paul Lenoir', role: 'admin' })) };
      let spoilt = 0;
      harvest.onSlice = async (slice, next) => {
        await send({ company, servers: backend.instances }, spoilNext(slice, next, spoiler), spoiler);
        spoilt += 1;
      };
      await photograph(company);
      const liars: Liar[] = [
        { org: 'nobody', cookie: null },
        { org: 'nobody', cookie: 'session=forged' },
      ];
      for (const { sender, plant } of people) liars.push({ org: plant.org, cookie: await backend.signIn(sender) });
      for (let sent = 0; sent < forgeries; ) {
        await live(company, { events: 6, met: () => undefined, without: ['restore', 'clone'] });
        for (let n = 0; n < BURST && sent < forgeries; n++) {
          const liar = world.pick(liars);
          const forgery = forge(world, harvest, liar);
          if (forgery === null) break;
          backend.passSecond();
          await send({ company, servers: backend.instances }, forgery, liar);
          sent++;
        }
      }
      expect(Math.min(harvest.slices.length, spoilt)).toBeGreaterThan(0);
      expect(await auditAll(company, await comeToRest(company))).toEqual([]);
      expect([own.org, foreign.org].map((org) => [...company.forged].some((one) => one.startsWith(org)))).toEqual([true, true]);
      count('disturbed exchanges and slices', forgeries);
    },
    PATIENCE,
  );
}

/** Somebody's photos are on the server, whole: a slice of them is worth disturbing. */
async function photograph(company: Company): Promise<void> {
  const { x, open, send: deliver } = planDay(company, () => undefined);
  const [first] = company.handsets;
  if (first === undefined) throw new Error('a phone');
  const { procedure, site } = company.own;
  const start = { draft: { k: 'start', x, p: { procedure, site, roles: ['technician'] } } };
  await deliver(await open(first), start, photoEntry(x, await takePicture(company, 60)), photoEntry(x, await takePicture(company, 80)));
}
