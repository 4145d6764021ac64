import { expect, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, driveToTheField, field, getReady, SECOND_TECHNICIAN, start } from './pages/field.ts';
import { tapInTurn } from './pages/quick-hands.ts';
import { stepScreen } from './pages/step.ts';
import { eachOnce, hasNoHole } from './world/counters.ts';
import { openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';

const INSULATION_FAULT = { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' };

test('a phone that was closed opens without a network at every address, visited before or never', async ({ server, openPhone }) => {
  const desk = await openDesk(server, 'tech@demo.test');
  const { id } = await desk.ask('auth.me').then(({ user }) => user);
  const { items } = await desk.ask('execution.list', { status: 'in_progress', personId: id });
  const run = items[0];
  if (run === undefined) throw new Error('Nothing is under way in the demonstration.');
  const { page } = await driveToTheField(openPhone);
  const { title } = field(page);
  for (const [address, heading] of [
    ['/app?src=pwa', /^\p{L}+ \d+ \p{L}+$/u],
    [`/app/executions/${run.id}/steps/s01`, /./],
    [`/app/executions/${run.id}/check`, 'Vérifier et terminer'],
    [`/app/executions/${run.id}`, /./],
    [`/app/procedures/${run.procedure.hash}`, /./],
    [`/app/start/${run.procedure.hash}`, /./],
    ['/app/library', 'Procédures'],
    ['/app/tips', 'Conseils du terrain'],
    ['/app/scan', 'Scanner'],
    ['/app/a/GAR-OND03', 'OND03'],
    ['/app/assets', 'Équipements'],
    ['/app/assistant', 'Assistant'],
    ['/app/sync', 'Envoi'],
    ['/app/emergency', 'Urgence'],
    ['/app/settings', 'Réglages'],
    ['/app/more', 'Plus'],
    ['/app/nowhere', /./],
  ] as const) {
    await page.goto(address);
    await expect(title, address).toHaveText(heading);
    await expect(page.getByText(/pas (encore )?sur ce téléphone|introuvable/).filter({ visible: true }), address).toHaveCount(
      address === '/app/nowhere' ? 1 : 0,
    );
  }
});

test('what is typed and not recorded is there again after a reload in the middle of a form', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, INSULATION_FAULT);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.text.fill('Code 0x24, moitié de la phra');
  await draftIs(page, 'Code 0x24, moitié de la phra');
  await page.reload();
  await expect(step.text).toHaveValue('Code 0x24, moitié de la phra');
  await page.goto(`/app/executions/${x}/steps/s05`);
  await step.number.fill('12,');
  await draftIs(page, '12,');
  await page.reload();
  await expect(step.number).toHaveValue('12,');
  expect((await readDisk(page)).operations.filter(({ k }) => k === 'step')).toEqual([]);
});

test('a value typed and left in the same breath is recorded once', async ({ openPhone }) => {
  const { page } = await driveToTheField(openPhone);
  const x = await start(page, { procedure: "Maintenance préventive d'un onduleur de chaînes", code: 'GAR-OND07' });
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.text.fill('Rien à signaler.');
  await step.next();
  await step.number.fill('48.6');
  await step.number.press('Enter');
  await step.next();
  await step.number.fill('3,2');
  await step.next();
  const answered = (await readDisk(page)).operations.flatMap(({ k, s, p }) =>
    k === 'step' ? [[s, (p as { response: { text?: string; value?: string } }).response]] : [],
  );
  expect(answered).toMatchObject([
    ['s02', { text: 'Rien à signaler.' }],
    ['s03', { value: '48.6' }],
    ['s04', { value: '3.2' }],
  ]);
});

test('two tabs record and send at the same time: no counter is lost, every operation arrives once', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  await getReady(phone);
  const first = phone.page;
  const x = await start(first, INSULATION_FAULT);
  await phone.setOnline(false);
  const second = await phone.context.newPage();
  await first.goto(`/app/executions/${x}/steps/s02`);
  await second.goto(`/app/executions/${x}/steps/s04`);
  const both = (taps: number) =>
    Promise.all([
      tapInTurn(first, { answers: ['Permanent', 'Apparaît et disparaît'], taps }),
      tapInTurn(second, { answers: ['Sec', 'Inconnu'], taps }),
    ]);
  await both(15);
  await phone.setOnline(true);
  await both(15);
  await allSent(first);
  await allSent(second);
  const disk = await readDisk(first);
  hasNoHole(disk);
  expect(disk.operations.filter(({ k }) => k === 'step')).toHaveLength(60);
  await eachOnce(disk, x, desk);
  // What one tab recorded, the other shows.
  await second.goto(`/app/executions/${x}/steps/s02`);
  await expect(stepScreen(second).choice('Apparaît et disparaît')).toBeChecked();
});

test('a session that ends in the field stops the sending, not the work; after signing in again everything goes', async ({ server, openPhone }) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone, SECOND_TECHNICIAN);
  const x = await start(page, { ...INSULATION_FAULT, second: 'Camille Roussel' });
  await allSent(page);
  await phone.setOnline(false);
  await endSessions(page, server.origin);
  const step = stepScreen(page);
  await page.goto(`/app/executions/${x}/steps/s02`);
  await step.choose('Permanent');
  await phone.setOnline(true);
  await expect(field(page).status).toHaveText(/Reconnectez-vous pour envoyer/);
  await step.next();
  await step.write('Enregistré sans session.');
  await page.reload();
  await expect(step.text).toHaveValue('Enregistré sans session.');
  await field(page).status.click();
  await expect(page.getByText(/La session de Yanis Belkacem est terminée/)).toBeVisible();
  await page.getByLabel('Mot de passe', { exact: true }).fill('quatre-chaines-au-soleil');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await allSent(page);
  await eachOnce(await readDisk(page), x, desk);
});

/** The pause after which what is typed is on the disk is over. */
const draftIs = (page: Page, value: string) => expect.poll(async () => (await readDisk(page)).drafts.map((draft) => draft.value)).toContain(value);

/** The office, or time, ended the session of this phone; the phone has not heard of it. */
async function endSessions(page: Page, origin: string): Promise<void> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${origin}/api/trpc/auth.signOut`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: '{}',
  });
  expect(answer.status).toBe(200);
}
