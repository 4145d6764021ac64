import { expect, type Phone, type PhoneOptions, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, relaunchOffline, SECOND_TECHNICIAN, start, TECHNICIAN } from './pages/field.ts';
import { tapInTurn } from './pages/quick-hands.ts';
import { choosePhotos } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { smallJpegs } from './world/pictures.ts';

/** A day without end takes `MINUTES=1440`; a night of every release takes these. */
const MINUTES = Number(process.env.MINUTES ?? 6);
const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur" };
const ANSWERS = ['Permanent', 'Apparaît et disparaît'] as const;
const CREW = [
  { account: TECHNICIAN, code: 'GAR-OND01', second: 'Yanis Belkacem' },
  { account: TECHNICIAN, code: 'GAR-OND02', second: 'Yanis Belkacem' },
  { account: SECOND_TECHNICIAN, code: 'GAR-OND03', second: 'Camille Roussel' },
  { account: SECOND_TECHNICIAN, code: 'GAR-OND04', second: 'Camille Roussel' },
];

test(`${MINUTES} minutes of four phones whose network comes and goes, whose pages reload and whose browsers die: everything is there, once`, async ({
  server,
  openPhone,
}) => {
  test.setTimeout((MINUTES + 5) * 60_000);
  const desk = await openDesk(server);
  const until = Date.now() + MINUTES * 60_000;
  // One after the other: a browser on its way to the field needs the machine for itself.
  const days: Day[] = [];
  for (const [n, { account, ...work }] of CREW.entries()) {
    const phone = await driveToTheField(openPhone, {}, account);
    days.push({ n, phone, x: await start(phone.page, { ...FAULT, ...work }), ticks: 0, photos: 0 });
  }
  await Promise.all(
    days.map(async (day) => {
      do await act(day, openPhone);
      while (Date.now() < until);
    }),
  );
  for (const day of days) await audit(day, desk);
  const [ticks, photos] = [days.reduce((sum, day) => sum + day.ticks, 0), days.reduce((sum, day) => sum + day.photos, 0)];
  test.info().annotations.push({ type: 'count', description: `${MINUTES} minutes of four phones, ${ticks} ticks and ${photos} photos, 0 lost` });
});

interface Day {
  readonly n: number;
  phone: Phone;
  readonly x: string;
  ticks: number;
  photos: number;
}

type Open = (options?: Partial<PhoneOptions>) => Promise<Phone>;

/** A few answers, a photo now and then; then the network turns, or the page or the whole browser is gone. */
async function act(day: Day, open: Open): Promise<void> {
  const { page } = day.phone;
  await page.goto(`/app/executions/${day.x}/steps/s02`);
  const taps = 1 + Math.floor(Math.random() * 12);
  await tapInTurn(page, { answers: ANSWERS, taps });
  day.ticks += taps;
  if (Math.random() < 0.3) {
    await page.getByRole('button', { name: /^Photo/ }).click();
    await choosePhotos(page, await smallJpegs(1, 1000 * (day.n + 1) + day.photos));
    day.photos += 1;
    await expect.poll(async () => (await readDisk(page)).photos.length, { timeout: 30_000 }).toBe(day.photos);
  }
  const fate = Math.random();
  if (fate < 0.15) {
    await day.phone.kill();
    day.phone = await relaunchOffline(open, day.phone);
  } else if (fate < 0.3) await page.reload();
  else await day.phone.setOnline(fate < 0.7);
}

async function audit({ phone, x, ticks, photos }: Day, desk: Desk): Promise<void> {
  await phone.page.goto('/app/sync');
  await phone.setOnline(true);
  await allSent(phone.page, 120_000);
  const disk = await readDisk(phone.page);
  hasNoHole(disk);
  expect(disk.operations.filter(({ k, x: one }) => k === 'step' && one === x).length).toBeGreaterThanOrEqual(ticks);
  await eachOnce(disk, x, desk);
  expect((await desk.execution(x)).photos.map(({ file }) => file.state)).toEqual(Array(photos).fill('stored'));
}
