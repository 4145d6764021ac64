import { createHash } from 'node:crypto';
import { expect, test } from '@heliograph/tools/browser';
import { allSent, driveToTheField, relaunchOffline, start } from './pages/field.ts';
import { openOffice } from './pages/office.ts';
import { stepScreen } from './pages/step.ts';
import { type Answers, carryOut, complete } from './pages/work.ts';
import { type Desk, type Opened, openDesk } from './world/desk.ts';
import { type Disk, readDisk } from './world/disk.ts';
import { jpeg, smallJpegs } from './world/pictures.ts';
import { preventiveOf } from './world/preventive.ts';

/** CH03 has a hard fault, 13.7 of its 22 modules from the negative end. */
const FAULTY = 'CH03';
const insulationFault: Answers = {
  "Identifier l'onduleur": (step) => step.scan('MER-OND02'),
  "Type d'alarme": (step) => step.choose('Permanent'),
  'Code, heure, valeur affichée': (step) => step.write('0x24 « Riso bas » à 06 h 52, 31 kΩ affichés.'),
  "Conditions d'humidité au moment de l'alarme": (step) => step.choose('Rosée ou brouillard'),
  "Tension masse / terre autour de l'onduleur": (step) => step.measure('7'),
  'Onduleur arrêté et consigné': (step) => step.choose('Conforme'),
  'Courant de chaque chaîne': (step) => step.measure('0,12'),
  'Chaînes séparées une par une': (step) => step.choose('Conforme'),
  'Voc entre pôles (chaîne en cours)': (step) => step.measure('819'),
  'Tension + / terre': (step, item) => (item === FAULTY ? step.insist('310', 'Garder 310 V') : step.measure('41')),
  'Tension - / terre': (step, item) => step.measure(item === FAULTY ? '510' : '38'),
  'Lecture pour la chaîne en cours': (step, item) => step.choose(item === FAULTY ? 'Défaut franc (somme proche de Voc)' : 'Pas de défaut franc'),
  'Recherche visuelle autour de la position': (step) => step.choose('Conforme'),
  'Cause retenue': (step) => step.choose('Connecteur humide ou abîmé'),
  'Remise en service partielle': (step) => step.choose('Conforme'),
  'Signature du chargé de travaux': (step) => step.sign(),
};

test('an insulation fault is found with no network and a killed browser; the office sees it live, every value and photo once', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const office = await openOffice(openPhone);
  const phone = await driveToTheField(openPhone);
  const x = await start(phone.page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'MER-OND02' });
  await carryOut(phone.page, insulationFault, ({ title, item }) => item === 'CH04' && title === 'Tension + / terre');
  await stepScreen(phone.page).number.fill('41,5');
  // Typed, not recorded yet: it is a draft on the disk.
  await expect.poll(async () => (await readDisk(phone.page)).drafts.map(({ value }) => value)).toEqual(['41,5']);
  const before = await readDisk(phone.page);

  await phone.kill();
  const again = await relaunchOffline(openPhone, phone);
  const { page } = again;
  await page.goto('/app');
  await page.getByRole('link', { name: 'Reprendre', exact: true }).click();
  await page.getByRole('link', { name: /^Reprendre à l’étape/ }).click();
  const step = stepScreen(page);
  await expect(step.title).toHaveText('Tension + / terre');
  await expect(step.number).toHaveValue('41,5');
  expect((await readDisk(page)).operations).toEqual(before.operations);
  await step.number.press('Enter');
  await expect(step.saved).toBeVisible();
  await step.next();

  await carryOut(page, insulationFault, ({ title }) => title.startsWith('Position estimée'));
  await expect(page.getByText('Calculé : 13,7 modules')).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre le calcul' }).click();
  await expect(step.saved).toBeVisible();
  await step.next();
  await carryOut(page, insulationFault, ({ title }) => title.startsWith('Photos'));
  await step.takePhotos([await jpeg(1), ...(await smallJpegs(2, 2))]);
  await step.annotate(1);
  await step.next();
  await carryOut(page, insulationFault);
  await complete(page);

  await expect(office.row(/Dépannage.*Halle Mermoz · OND02/)).toHaveCount(0);
  await again.setOnline(true);
  await expect(office.row(/Dépannage.*Terminée.*Halle Mermoz · OND02/)).toBeVisible();
  await allSent(page);
  const opened = await arrivedWhole(await readDisk(page), x, desk);
  expect(readingsIn(opened)).toMatchObject({
    ...{ s05: '7', s07: '0.12', 's10 CH02': '41', 's10 CH03': '310', 's11 CH03': '510', 's10 CH04': '41.5', 's13 CH03': '13.7' },
  });
  expect(opened.photos.map(({ marks }) => marks.length).sort()).toEqual([0, 0, 1]);

  await office.row(/Dépannage.*Halle Mermoz · OND02/).click();
  await expect(office.row(/CH03 · Tension \+ \/ terre/)).toContainText(/310\sV/);
  await expect(office.row(/CH03 · Position estimée/)).toContainText(/13,7\smodules/);
  await office.showsPhotos(3);
  await office.wasNeverReloaded();
});

/** A year's visit that finds one thing. */
const preventive: Answers = {
  ...preventiveOf({ label: 'GAR-OND04', remark: 'Aucune alarme depuis la dernière visite.', power: '48,6' }),
  Ventilateurs: (step) => step.choose('Non conforme'),
};

test('preventive maintenance with photos and a signature survives a kill between two photos, and the office watches the end of it', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await driveToTheField(openPhone);
  const x = await start(phone.page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND04' });
  await carryOut(phone.page, preventive, ({ title }) => title.startsWith('Photos'));
  await stepScreen(phone.page).takePhotos(await smallJpegs(2, 11));
  await phone.kill();

  const again = await relaunchOffline(openPhone, phone);
  const { page } = again;
  await page.goto(`/app/executions/${x}/steps/s15`);
  const step = stepScreen(page);
  await expect(step.photos).toHaveCount(2);
  await step.takePhotos(await smallJpegs(1, 13));
  await expect(page.getByText('3 sur 3 photos demandées')).toBeVisible();
  await step.next();

  const office = await openOffice(openPhone);
  await again.setOnline(true);
  await office.row(/Maintenance préventive.*En cours.*Les Garrigues · OND04/).click();
  await office.showsPhotos(3);
  await expect(office.row(/Remise en service et contrôle/)).toContainText('À faire');
  await carryOut(page, preventive);
  await complete(page);
  await expect(office.row(/Remise en service et contrôle/)).toContainText('Conforme');
  await expect(office.page.getByText('Signée sur les réponses actuelles')).toBeVisible();
  await expect(office.page.getByText('Terminée', { exact: true }).first()).toBeVisible();
  await office.wasNeverReloaded();
  await allSent(page);
  const opened = await arrivedWhole(await readDisk(page), x, desk);
  expect(readingsIn(opened)).toMatchObject({ s03: '48.6', s04: '3.2', s05: '1240', s06: '6.5' });
  expect(opened.signatures).toHaveLength(1);
  expect(opened.findings.map(({ code }) => code)).toEqual(['inverter_fan_fault']);
});

/** Each answer was recorded once; every operation of the phone is at the server once, and nothing else is; every photo has the bytes that left the phone. */
async function arrivedWhole({ operations, photos }: Disk, x: string, desk: Desk): Promise<Opened> {
  const mine = operations.filter((operation) => operation.x === x);
  const answered = mine.flatMap(({ k, s }) => (k === 'step' ? [s] : []));
  expect(answered.filter((address, at) => answered.indexOf(address) !== at)).toEqual([]);
  const opened = await desk.execution(x);
  expect(opened.history.map(({ operation }) => operation.id).sort()).toEqual(mine.map(({ id }) => id).sort());
  expect(opened.photos.map(({ sha }) => sha as string).sort()).toEqual(photos.map(({ sha }) => sha).sort());
  for (const { sha } of photos)
    expect(
      createHash('sha256')
        .update(await desk.photo(sha))
        .digest('hex'),
    ).toBe(sha);
  return opened;
}

/** Measured values by step and item: `s10 CH03`. */
const readingsIn = ({ places }: Opened): Record<string, unknown> =>
  Object.fromEntries(
    places.flatMap(({ step, item, kind, response }) =>
      kind === 'measurement' && typeof response === 'object' && response !== null && 'value' in response
        ? [[item === null ? step : `${step} ${item.label}`, response.value]]
        : [],
    ),
  );
