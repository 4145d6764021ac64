import { cp, mkdtemp, open, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Phone, test } from '@heliograph/tools/browser';
import {
  closesHandles,
  forbidsSecondCopies,
  freezesWithTheLock,
  hangsWhileAsked,
  hasNoLocks,
  notesWrites,
  saysOffline,
} from './pages/browser-faults.ts';
import { allSent, driveToTheField, field, getReady, relaunchOffline, SECOND_TECHNICIAN, start } from './pages/field.ts';
import { tapInTurn } from './pages/quick-hands.ts';
import { stepScreen } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { noted, readDisk } from './world/disk.ts';
import { openNetwork } from './world/network.ts';
import { smallJpegs } from './world/pictures.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' };
const ANSWERS = ['Permanent', 'Apparaît et disparaît'] as const;
const THREE_DAYS_MS = 3 * 86_400_000;

/** Work of every kind that a phone of this sort records and sends, once. */
async function livesThrough({ server }: { server: { readonly origin: string } }, phone: Phone): Promise<void> {
  const desk = await openDesk(server);
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, FAULT);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await tapInTurn(page, { answers: ANSWERS, taps: 20 });
  await stepScreen(page).attachPhotos(await smallJpegs(1, 51));
  await phone.setOnline(true);
  await page.goto('/app/sync');
  await allSent(page);
  const disk = await readDisk(page);
  hasNoHole(disk);
  await eachOnce(disk, x, desk);
  expect((await desk.execution(x)).photos.map(({ file }) => file.state)).toEqual(['stored']);
}

for (const [name, fault] of [
  ['whose database closes under it every now and then', closesHandles],
  ['without locks between tabs or background sync', hasNoLocks],
  ['that says there is no network, whatever is true', saysOffline],
] as const)
  test(`a browser ${name}: everything is recorded, and sent once`, async ({ server, openPhone }) => {
    const phone = await openPhone();
    await phone.page.addInitScript(fault);
    await livesThrough({ server }, phone);
  });

test('every write of the outbox waits for the disk and holds no file; no answer of the server lies in a cache of the browser', async ({
  server,
  openPhone,
}) => {
  const phone = await openPhone();
  await phone.page.addInitScript(notesWrites);
  await livesThrough({ server }, phone);
  const x = await start(phone.page, FAULT);
  await phone.page.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(phone.page).choose('Sec');
  const noted = await phone.page.evaluate(() => Reflect.get(window, 'notedWrites') as string[]);
  expect(new Set(noted)).toEqual(new Set(['strict']));
  const cached = await phone.page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return all.flat();
  });
  expect(cached.length).toBeGreaterThan(10);
  expect(cached.filter((url) => new URL(url).pathname.startsWith('/api/'))).toEqual([]);
});

test('a memory that never answers that it is open leads to the page that says what is safe, and opens again once it does', async ({ openPhone }) => {
  const phone = await openPhone();
  const { page } = phone;
  await page.addInitScript(hangsWhileAsked);
  await getReady(phone);
  await page.evaluate(() => sessionStorage.setItem('broken', 'yes'));
  await page.goto('/app');
  await expect(page.getByRole('heading', { name: 'La mémoire de ce téléphone ne répond pas' })).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => sessionStorage.removeItem('broken'));
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(field(page).status).toBeVisible();
});

test('a server that never answers holds nothing up: work goes on, and what waits goes once it answers', async ({ server, openPhone }) => {
  test.slow();
  const desk = await openDesk(server);
  const network = await openNetwork(server);
  const phone = await openPhone({ origin: network.origin });
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  network.spoil('silence', { names: /sync\.exchange$/ });
  await page.goto(`/app/executions/${x}/steps/s02`);
  await stepScreen(page).choose('Permanent');
  await page.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(page).choose('Sec');
  await expect(field(page).status).toHaveText(/Hors ligne · 2\srelevés/, { timeout: 90_000 });
  network.heal();
  await page.goto('/app/sync');
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await allSent(page);
  await eachOnce(await readDisk(page), x, desk);
  await network.close();
});

test('of three tabs the one that sends freezes: the others go on recording, and send in its place', async ({ server, openPhone }) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await openPhone();
  const frozen = phone.page;
  await frozen.addInitScript(freezesWithTheLock);
  await getReady(phone);
  const x = await start(frozen, FAULT);
  await allSent(frozen);
  const [second, third] = [await phone.context.newPage(), await phone.context.newPage()];
  await second.goto(`/app/executions/${x}/steps/s02`);
  await third.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(second).choice('Permanent').waitFor();
  await frozen.evaluate(() => sessionStorage.setItem('frozen', 'yes'));
  const isHeld = () => second.evaluate(async () => ((await navigator.locks.query()).held ?? []).length > 0);
  await frozen.evaluate(() => void setTimeout(() => window.dispatchEvent(new Event('online'))));
  await expect.poll(isHeld).toBe(true);
  await stepScreen(second).choose('Permanent');
  await stepScreen(third).choose('Sec');
  expect(await isHeld(), 'the frozen tab still has the lock').toBe(true);
  const recorded = async () => (await readDisk(third)).operations.filter((one) => one.x === x).length;
  await expect.poll(async () => (await desk.operationsOf(x)).length === (await recorded()), { timeout: 70_000 }).toBe(true);
  expect(await isHeld(), 'others sent in its place').toBe(true);
  hasNoHole(await readDisk(third));
});

test('a clock that is moved by three days between two answers: both are kept in their order, none is refused', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, FAULT);
  await page.clock.install();
  const now = Date.now();
  for (const [step, at, answer] of [
    ['s02', now + THREE_DAYS_MS, 'Permanent'],
    ['s04', now - THREE_DAYS_MS, 'Sec'],
  ] as const) {
    await page.clock.setSystemTime(at);
    await page.goto(`/app/executions/${x}/steps/${step}`);
    await stepScreen(page).choose(answer);
  }
  await expect
    .poll(async () => (await desk.execution(x)).history.flatMap(({ operation: { k, s } }) => (k === 'step' ? [s] : [])), { timeout: 60_000 })
    .toEqual(['s02', 's04']);
  expect((await readDisk(page)).asides).toBe(0);
});

test('a phone that was copied works on twice: what both recorded arrives, each once', async ({ server, openPhone }) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await driveToTheField(openPhone, {}, SECOND_TECHNICIAN);
  const x = await start(phone.page, { ...FAULT, second: 'Camille Roussel' });
  await phone.context.close();
  const copy = await mkdtemp(join(tmpdir(), 'heliograph-phone-'));
  await cp(phone.profileDir, copy, { recursive: true, filter: (from) => !from.includes('Singleton') });
  const words: string[] = [];
  for (const [n, profileDir] of [phone.profileDir, copy].entries()) {
    const one = await relaunchOffline(openPhone, { ...phone, profileDir });
    await one.page.goto(`/app/executions/${x}/steps/s03`);
    words.push(`Écrit sur l’appareil ${n + 1}.`);
    await stepScreen(one.page).write(words[n] ?? '');
    await one.setOnline(true);
    await one.page.goto('/app/sync');
    await allSent(one.page);
    hasNoHole(await readDisk(one.page));
    await one.context.close();
  }
  const { history } = await desk.execution(x);
  const told = history.flatMap(({ operation: { s, p } }) => (s === 's03' ? [JSON.stringify(p)] : []));
  expect(words.map((text) => told.filter((one) => one.includes(text)).length)).toEqual([1, 1]);
});

test('databases damaged on the disk are never taken for an empty phone: what was lost is told by its count, or handed out', async ({ openPhone }) => {
  const phone = await driveToTheField(openPhone);
  await phone.page.addInitScript(forbidsSecondCopies);
  const x = await start(phone.page, FAULT);
  await phone.page.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(phone.page).choose('Sec');
  const { operations, acked } = await readDisk(phone.page);
  await expect.poll(() => noted(phone.page), 'the note beside the outbox').toBe(operations.length - acked);
  await phone.context.close();
  await damage(join(phone.profileDir, 'Default', 'IndexedDB'));
  const { page } = await relaunchOffline(openPhone, phone);
  await page.goto('/app');
  const told = page.getByText(new RegExp(`a effacé ${operations.length - acked}\\srelevés? avant`));
  await expect(told.or(page.getByRole('heading', { name: 'La mémoire de ce téléphone ne s’ouvre pas' }))).toBeVisible({ timeout: 60_000 });
});

/** Every file of the databases loses what it begins with. */
async function damage(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && /\.(ldb|log)$|^(MANIFEST|CURRENT)/.test(one.name))) {
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    await file.write(Buffer.alloc(64, 0x5a), 0, 64, 0);
    await file.close();
  }
}
