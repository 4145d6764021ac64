import { executionIdSchema } from '@heliograph/domain';
import { expect, type ModelServer, type Phone, test } from '@heliograph/tools/browser';
import { driveToTheField, start } from './pages/field.ts';
import { openOffice } from './pages/office.ts';
import { stepScreen } from './pages/step.ts';
import { beginning, whole } from './pages/words.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { smallJpegs } from './world/pictures.ts';

const EYE = 'oeil';
const PROPOSAL = {
  ...{ equipment: 'Connecteur MC4', condition: 'damaged', confidence: 0.86, interpretation: 'Échauffement probable du contact.' },
  defects: [{ class: 'connector_burnt', severity: 5, confidence: 0.86, box: { x: 0.2, y: 0.3, width: 0.4, height: 0.3 }, text: 'Plastique noirci.' }],
  recommendedAction: 'Faire isoler la chaîne par une personne habilitée.',
};

let admin: Desk;
let provider: string;
test.beforeEach(async ({ server, models }) => {
  models.reset();
  admin = await openDesk(server, 'admin@demo.test');
  provider = await connect(admin, models);
});
test.afterEach(async () => {
  await admin.tell('provider.remove', { id: provider });
});

/** One model that sees, on a real server of the protocol. */
async function connect(desk: Desk, { baseUrl }: ModelServer): Promise<string> {
  const model = { name: EYE, abilities: ['vision' as const, 'json' as const], price: { input: 1000, output: 2000 }, contextLength: 8000, isOn: true };
  return (await desk.tell('provider.save', { kind: 'other', name: 'Essai', baseUrl, apiVersion: null, isOn: true, models: [model] })).id;
}

/** Takes a photo beside the answer of a step, and asks for its analysis. */
async function askAboutPhoto({ page }: Phone): Promise<void> {
  await stepScreen(page).attachPhotos(await smallJpegs(1, 83));
  await page.getByRole('button', { name: /^Photo/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Photo \d/ })
    .click();
  await page.getByRole('button', { name: 'Analyser cette photo' }).click();
}

test('a photo taken without a network in a step is analysed once it is back, corrected by a supervisor, and becomes a finding', async ({
  server,
  models,
  openPhone,
}) => {
  test.slow();
  models.answer(EYE, { json: PROPOSAL });
  const desk = await openDesk(server);
  const before = await desk.ask('vision.agreement', {});
  const office = await openOffice(openPhone);
  const phone = await driveToTheField(openPhone);
  const { page } = phone;
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' });
  await page.goto(`/app/executions/${x}/steps/s02`);
  await askAboutPhoto(phone);
  await expect(page.getByText('En attente du réseau')).toBeVisible();
  await page.reload();
  await expect(page.getByText('En attente du réseau')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Photo analysée' })).toBeVisible();
  await page.goto('/app');

  // Back in the network: what was recorded goes first, then the question, then the photo; the answer is told wherever one is.
  await phone.setOnline(true);
  await expect(page.getByText('Une photo est analysée')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(page.getByText('Proposition d’un modèle')).toBeVisible();
  await expect(page.getByText('Une personne décide. Rien n’est coché ni validé à sa place.')).toBeVisible();
  const suspected = page.getByRole('list', { name: 'Défauts suspectés' });
  await expect(suspected).toContainText('Connecteur DC brûlé ou fondu');
  await expect(suspected).toContainText('Critique · 5 sur 5');
  await suspected.getByRole('button').click();
  await expect(page.getByRole('button', { name: /^Cadre 1/ })).toHaveAttribute('aria-pressed', 'true');
  expect(models.asked.map(({ pictures }) => pictures)).toEqual([1]);
  // A proposal answers nothing: the step has its photo and no more.
  const { places } = await desk.execution(x);
  expect(places.find(({ address }) => address === 's02')?.effective).toBeNull();

  await office.page.getByRole('link', { name: 'Photos analysées' }).click();
  await office.row(/Connecteur DC brûlé.*GAR-OND07|Connecteur DC brûlé.*OND07/).click();
  await office.page.getByRole('button', { name: 'Corriger' }).click();
  const correction = office.page.getByRole('form', { name: 'Enregistrer la correction' });
  await correction.getByLabel('Classe').selectOption({ label: 'Câble DC abîmé ou pendant' });
  await correction.locator('label', { hasText: whole('4') }).click();
  // The box, by keyboard alone.
  const box = office.page.getByRole('button', { name: beginning('Cadre :') });
  await box.press('ArrowRight');
  await box.press('Shift+ArrowDown');
  await expect(
    office.page.getByRole('button', {
      name: whole('Cadre : 21 % depuis la gauche, 30 % depuis le haut, 40 % de large, 31 % de haut'),
    }),
  ).toHaveCount(1);
  await correction.getByLabel('Commentaire').fill('Gaine coupée, pas brûlée.');
  await correction.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await expect(office.page.getByRole('region', { name: 'Décision' })).toContainText('Inscrit comme défaut');
  await office.wasNeverReloaded();

  const { items } = await desk.ask('finding.list', { executionId: executionIdSchema.parse(x) });
  expect(items).toMatchObject([{ class: 'cable_damage', severity: 4, asset: { name: expect.stringContaining('OND07') }, step: 's02' }]);
  const after = await desk.ask('vision.agreement', {});
  expect(after.decided.correct).toBe(before.decided.correct + 1);
  await office.page.goto('/office/analyses/agreement');
  const matrix = office.page.getByRole('region', { name: 'Ce qui est pris pour quoi' });
  await expect(matrix.getByRole('row', { name: /^Connecteur DC brûlé/ })).toContainText('1');

  // On the phone: what the person decided stands where the proposal was, and the equipment lists it.
  await page.reload();
  await expect(page.getByRole('region', { name: 'Décision' })).toContainText('Gaine coupée, pas brûlée.');
  await page.goto(`/app/assets/${items[0]?.asset?.id}`);
  await expect(page.getByRole('region', { name: 'Défauts de cet équipement' })).toContainText('Câble DC abîmé ou pendant');
});
