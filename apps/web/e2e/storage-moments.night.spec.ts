import { expect, signIn, test } from '@heliograph/tools/browser';
import { forgetsWhatItKept, isNearlyFull, refusesDatabases } from './pages/browser-faults.ts';
import { allSent, field, getReady, start, TECHNICIAN } from './pages/field.ts';
import { choosePhotos, stepScreen } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { jpeg, smallJpegs } from './world/pictures.ts';
import { spoilPhotos } from './world/spoil.ts';

const FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND03' };
/** A browser keeps the free space that it last saw for half a minute. */
const UNTIL_FELT = { timeout: 60_000, intervals: [2000] };

test('a phone that fills up in the middle of a step says so, keeps what had its tick, and goes on once there is room', async ({
  server,
  openPhone,
}) => {
  test.slow();
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  const step = stepScreen(page);
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.write('Code 0x24.');
  await page.goto(`/app/executions/${x}/steps/s02`);
  await page.getByRole('button', { name: /^Photo/ }).click();
  let n = 0;
  await expect(async () => {
    n += 1;
    // What the browser takes for itself comes and goes: as much as is used now, and no more.
    const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
    await phone.limitStorage(usage);
    await choosePhotos(page, [await jpeg(n)]);
    await expect(page.getByText(/plein/).first()).toBeVisible({ timeout: 5000 });
  }).toPass(UNTIL_FELT);
  const kept = await readDisk(page);
  hasNoHole(kept);
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Photo \d/ }), 'what is shown is what is kept').toHaveCount(kept.photos.length);
  await phone.limitStorage(null);
  await page.goto(`/app/executions/${x}/steps/s04`);
  await step.choose('Sec');
  await phone.setOnline(true);
  await allSent(page);
  hasNoHole(await readDisk(page));
  await eachOnce(await readDisk(page), x, desk);
});

test('room that runs short is told beside the room, with what to do, and recording goes on', async ({ openPhone }) => {
  const phone = await openPhone();
  await phone.page.addInitScript(isNearlyFull);
  await getReady(phone);
  await phone.page.goto('/app/sync');
  await expect(phone.page.getByText('La place devient rare')).toBeVisible();
  await expect(phone.page.getByText(/Libérez de la place/)).toBeVisible();
  const x = await start(phone.page, FAULT);
  await phone.page.goto(`/app/executions/${x}/steps/s04`);
  await stepScreen(phone.page).choose('Sec');
});

test('a photo that went bad on the phone is named, with the way back to its step; put away, it asks for nobody, and nothing says that it was sent', async ({
  openPhone,
}) => {
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, FAULT);
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await stepScreen(page).attachPhotos(await smallJpegs(1, 61));
  await spoilPhotos(page);
  await phone.setOnline(true);
  await page.goto('/app/sync');
  await expect(page.getByText('Une photo n’a pas pu partir')).toBeVisible();
  await page.getByRole('link', { name: /À vérifier.*1\sphoto à reprendre/ }).click();
  await page.getByRole('link', { name: 'Reprendre à son étape' }).click();
  await page.waitForURL(`**/app/executions/${x}/steps/s02`);
  await page.goto(`/app/executions/${x}/receipt`);
  await expect(page.getByText('Une photo ne peut plus partir')).toBeVisible();
  await page.goto('/app/attention');
  await page.getByRole('button', { name: 'Ne plus le signaler' }).click();
  await expect(page.getByText('Photos abîmées sur ce téléphone')).toHaveCount(0);
  await page.goto(`/app/executions/${x}/receipt`);
  await expect(page.getByText('Une photo ne peut plus partir')).toBeVisible();
});

test('a browser that does not promise to keep anything says so; asked again, it says what helps', async ({ openPhone }) => {
  const phone = await openPhone();
  await phone.page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => false;
  });
  await getReady(phone);
  await phone.page.goto('/app/sync');
  await expect(phone.page.getByText('Le navigateur peut effacer les données s’il manque de place')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Demander la protection' }).click();
  await expect(phone.page.getByText(/Installez l’application, puis réessayez/)).toBeVisible();
});

test('a private window that forgets records nothing and says why before anybody works', async ({ openPhone }) => {
  const { page } = await openPhone();
  await page.addInitScript(forgetsWhatItKept);
  await signIn(page, TECHNICIAN);
  await expect(page.getByText('Ce navigateur n’enregistre rien')).toBeVisible();
  await expect(page.getByText(/fenêtre ordinaire/)).toBeVisible();
  // Nothing stays here: nobody is asked to work, to install it, or to get it ready.
  await expect(page.getByRole('link', { name: 'Choisir une procédure' })).toHaveCount(0);
  await expect(page.getByText('Préparer ce téléphone')).toHaveCount(0);
  await expect(page.getByText('Prêt pour le terrain')).toHaveCount(0);
});

test('a browser that refuses databases leads to the page that says what is safe, and that a private window or a setting may be the reason', async ({
  openPhone,
}) => {
  const { page } = await openPhone();
  await page.addInitScript(refusesDatabases);
  await signIn(page, TECHNICIAN);
  await expect(page.getByRole('heading', { name: 'Ce navigateur n’enregistre rien' })).toBeVisible();
  await expect(page.getByText(/n’est pas effacé/)).toBeVisible();
  await expect(page.getByText(/fenêtre ordinaire/)).toBeVisible();
});

test('a tab of Safari on an iPhone asks to install first, in three steps, and begins no work', async ({ openPhone }) => {
  const iPhone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';
  const { page } = await openPhone({ switches: [`--user-agent=${iPhone}`] });
  await signIn(page, TECHNICIAN);
  const asked = page.getByRole('note').getByText('Installez l’application avant de travailler');
  await expect(asked).toBeVisible();
  await page.getByRole('button', { name: 'Comment faire' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(3);
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  // What came can be read; it is called ready for nothing.
  await expect(page.getByRole('heading', { name: 'Travail confié' })).toBeVisible({ timeout: 60_000 });
  await expect(field(page).ready).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^(Reprendre|Choisir une procédure)$/ })).toHaveCount(0);
  await page.goto('/app/library');
  await page.getByRole('searchbox').fill(FAULT.procedure);
  const found = page.getByRole('link', { name: /^Dépannage : défaut d/ }).first();
  await expect(found).toBeVisible({ timeout: 60_000 });
  await found.click();
  await page.getByRole('link', { name: /^Commencer/ }).click();
  await expect(asked).toBeVisible();
  await expect(page.getByRole('button', { name: 'Commencer' })).toBeDisabled();
});
