import { setTimeout as moment } from 'node:timers/promises';
import { expect, IS_NIGHT, type Phone, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, relaunchOffline, start } from './pages/field.ts';
import { hearTicks, tapInTurn } from './pages/quick-hands.ts';
import { choosePhotos } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { openNetwork } from './world/network.ts';
import { smallJpegs } from './world/pictures.ts';

/** By night, the numbers of the promise before a release. */
const KILLS = Number(process.env.KILLS ?? (IS_NIGHT ? 200 : 6));
const KILLS_WHILE_SENDING = Number(process.env.KILLS_WHILE_SENDING ?? (IS_NIGHT ? 30 : 3));
/** Longest time a browser is left to live while it records, ms. */
const LONGEST_LIFE = 1200;
const INSULATION_FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND01' };
const ANSWERS = ['Permanent', 'Apparaît et disparaît'] as const;
const SAID: Readonly<Record<string, string>> = { perm: 'Permanent', flash: 'Apparaît et disparaît' };

test(`killed ${KILLS} times at any moment while recording, every tick that was shown is there`, async ({ openPhone }) => {
  test.setTimeout(60_000 + KILLS * 8000);
  let phone = await driveToTheField(openPhone);
  const x = await start(phone.page, INSULATION_FAULT);
  let before = (await readDisk(phone.page)).operations.length;
  let shown = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const ticks: string[] = [];
    await phone.page.goto(`/app/executions/${x}/steps/s02`);
    const told = await hearTicks(phone.page, (answer) => ticks.push(answer));
    const recording = tapInTurn(phone.page, { answers: ANSWERS, told }).catch(() => undefined);
    await moment(Math.random() * LONGEST_LIFE);
    // A crowded machine may have let no life reach a tick: the last one does.
    if (kill === KILLS && shown === 0) await expect.poll(() => ticks.length).toBeGreaterThan(0);
    await phone.kill();
    await recording;
    phone = await relaunchOffline(openPhone, phone);
    await phone.page.goto('/app');
    const disk = await readDisk(phone.page);
    hasNoHole(disk);
    const recorded = disk.operations.slice(before).map(({ p }) => SAID[(p as { response: { value: string } }).response.value] ?? '?');
    // The last one of a life may be on the disk before its tick was seen; it is never the other way round.
    expect(recorded.slice(0, ticks.length), `kill ${kill}`).toEqual(ticks);
    expect(recorded.length - ticks.length, `kill ${kill}`).toBeLessThanOrEqual(1);
    before = disk.operations.length;
    shown += ticks.length;
  }
  test.info().annotations.push({ type: 'count', description: `${KILLS} kills of the browser while recording, ${shown} ticks shown, 0 lost` });
});

test(`killed ${KILLS_WHILE_SENDING} times while sending, everything arrives once and the phone ends with nothing to send`, async ({
  server,
  openPhone,
}) => {
  test.setTimeout(60_000 + KILLS_WHILE_SENDING * 15_000);
  const desk = await openDesk(server);
  const network = await openNetwork(server);
  const options = { origin: network.origin };
  let phone: Phone = await driveToTheField(openPhone, options);
  const x = await start(phone.page, INSULATION_FAULT);
  // Where each kill falls: while records are on their way, while a photo is, or somewhere.
  const moments = [/sync\.exchange$/, /^PATCH/, /./];
  for (let kill = 0; kill < KILLS_WHILE_SENDING; kill += 1) {
    const { page } = phone;
    await page.goto(`/app/executions/${x}/steps/s02`);
    await tapInTurn(page, { answers: ANSWERS, taps: 40 });
    await page.getByRole('button', { name: /^Photo/ }).click();
    await choosePhotos(page, await smallJpegs(2, 31 + kill * 2));
    await expect.poll(async () => (await readDisk(page)).photos.length).toBe(2 * (kill + 1));
    const answered = network.answered(moments[kill % moments.length] ?? /./);
    await phone.setOnline(true);
    await answered;
    await moment(Math.random() * 30);
    await phone.kill();
    phone = await relaunchOffline(openPhone, phone, options);
  }
  await phone.page.goto('/app/sync');
  await phone.setOnline(true);
  // Most of the photos are left for the end: each life sends a few.
  await allSent(phone.page, 30_000 + KILLS_WHILE_SENDING * 4000);
  const disk = await readDisk(phone.page);
  hasNoHole(disk);
  await eachOnce(disk, x, desk);
  const { photos } = await desk.execution(x);
  expect(photos.map(({ file }) => file.state)).toEqual(Array(2 * KILLS_WHILE_SENDING).fill('stored'));
  expect(photos.map(({ sha }) => sha as string).toSorted()).toEqual(disk.photos.map(({ sha }) => sha).toSorted());
  test.info().annotations.push({ type: 'count', description: `${KILLS_WHILE_SENDING} kills of the browser while sending, 0 lost` });
  await network.close();
});
