import { expect, type Phone, type PhoneOptions, signIn, test, workbookOf } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, getReady, start } from './pages/field.ts';
import { beginning } from './pages/words.ts';
import { type Answers, carryOut, complete } from './pages/work.ts';

const TITLE = 'Relevé annuel des coffrets';
const survey = (...rows: readonly (readonly string[])[]) => [
  ['type', 'name', 'label::Français (fr)', 'label::English (en)', 'required', 'relevant', 'choice_filter', 'constraint'],
  ...rows,
];
const FORM = {
  survey: survey(
    ['begin group', 'access', 'Accès', 'Access', '', '', '', ''],
    ['acknowledge', 'ppe', 'Protections portées', 'Protection worn', 'yes', '', '', ''],
    ['select_one state', 'state', 'État général', 'General state', 'yes', '', '', ''],
    ['text', 'why', 'Cause visible', 'Visible cause', 'yes', "${state} = 'worn'", '', ''],
    ['text', 'never', 'Rien à signaler', 'Nothing to report', 'yes', "${state} = 'good'", '', ''],
    ['end group', '', '', '', '', '', '', ''],
    ['select_one zone', 'zone', 'Zone', 'Zone', 'yes', '', '', ''],
    ['select_one row', 'row', 'Rangée', 'Row', 'yes', '', 'zone = ${zone}', ''],
    ['decimal', 'riso', 'Isolement (MΩ)', 'Insulation (MΩ)', 'yes', '', '', '. >= 1'],
    ['text', 'action', 'Mesure prise', 'Action taken', 'yes', '${riso} < 1', '', ''],
    ['begin repeat', 'box', 'Coffret', 'Box', '', '', '', ''],
    ['integer', 'bolts', 'Serrages repris', 'Bolts tightened', 'yes', '', '', '. >= 0'],
    ['end repeat', '', '', '', '', '', '', ''],
    ['date', 'next', 'Prochaine visite', 'Next visit', '', '', '', ''],
  ),
  choices: [
    ['list_name', 'name', 'label::Français (fr)', 'label::English (en)', 'zone'],
    ['state', 'good', 'Bon', 'Good', ''],
    ['state', 'worn', 'Usé', 'Worn', ''],
    ['zone', 'north', 'Nord', 'North', ''],
    ['zone', 'south', 'Sud', 'South', ''],
    ['row', 'r1', 'Rangée 1', 'Row 1', 'north'],
    ['row', 'r2', 'Rangée 2', 'Row 2', 'south'],
    ['row', 'r3', 'Rangée 3', 'Row 3', 'south'],
  ],
  settings: [
    ['form_title::Français (fr)', 'form_title::English (en)', 'form_id', 'category', 'equipment'],
    [TITLE, 'Yearly survey of boxes', 'releve-coffrets', 'inspection', 'string_inverter'],
  ],
};

const answers = (page: Page): Answers => ({
  'Protections portées': (step) => step.choose('Conforme'),
  'État général': (step) => step.choose('Usé'),
  'Cause visible': (step) => step.write('Joint fendu.'),
  Zone: (step) => step.choose('Sud'),
  Rangée: async (step) => {
    await expect(step.choice('Rangée 1')).toHaveCount(0);
    await step.choose('Rangée 3');
  },
  'Isolement (MΩ)': (step) => step.measure('0,6'),
  'Mesure prise': (step) => step.write('Joint remplacé.'),
  'Serrages repris': async (step, item) => {
    if (item === null) {
      await page.getByLabel('Repère (point, coffret, chaîne…)').fill('C7');
      await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
    }
    await step.measure('4');
  },
  'Prochaine visite': (step) => step.write('mai'),
});

test('a form from a spreadsheet is read, made a draft, published and carried out with no network', async ({ openPhone }) => {
  test.slow();
  const admin = await openDesk(openPhone);
  await bringIn(admin);
  await publish(admin);

  const phone = await openPhone();
  await getReady(phone);
  const { page } = phone;
  await page.goto('/app/library');
  await page.getByRole('searchbox').fill(TITLE);
  await expect(page.getByRole('link', { name: beginning(TITLE) }).first()).toBeVisible({ timeout: 60_000 });
  await phone.setOnline(false);
  await start(page, { procedure: TITLE, code: 'GAR-OND04', second: null, roles: [] });
  await carryOut(page, answers(page));
  await complete(page);
  await phone.setOnline(true);
  await allSent(page);
  await admin.goto('/office');
  await expect(admin.getByRole('row', { name: /Relevé annuel des coffrets.*Terminée/ })).toBeVisible({ timeout: 30_000 });
});

async function openDesk(open: (options: Partial<PhoneOptions>) => Promise<Phone>): Promise<Page> {
  const { page } = await open({ size: { width: 1440, height: 900 } });
  await signIn(page, 'admin@demo.test', '/office');
  return page;
}

/** First a workbook with a misspelt list, which is refused with its cell; then the right one. */
async function bringIn(page: Page): Promise<void> {
  await page.goto('/office/procedures/import');
  const broken = { ...FORM, choices: FORM.choices.map((row) => row.map((cell) => (cell === 'zone' ? 'zones' : cell))) };
  await choose(page, broken);
  const refused = page.getByRole('region', { name: /^À corriger/ });
  await expect(refused.getByRole('row', { name: /survey.*8.*type.*zone/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Créer le brouillon' })).toHaveCount(0);
  await choose(page, FORM);
  await expect(page.getByText('Le fichier peut devenir une procédure')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row', { name: /survey.*15.*texte libre/ })).toBeVisible();
  await page.getByRole('button', { name: 'Créer le brouillon' }).click();
  await expect(page.getByText('Brouillon créé')).toBeVisible({ timeout: 30_000 });
}

async function choose(page: Page, sheets: Parameters<typeof workbookOf>[0]): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page.getByText(/^Choisir un (autre )?fichier$/).click();
  await (await opened).setFiles({ name: 'relevé.xlsx', mimeType: 'application/octet-stream', buffer: workbookOf(sheets) });
}

/** On the procedure's own page, where the warnings are looked at. */
async function publish(page: Page): Promise<void> {
  await page.goto('/office/procedures/releve-coffrets');
  await page.getByRole('button', { name: 'Publier…' }).click();
  const sheet = page.getByRole('dialog');
  const accept = sheet.getByRole('switch', { name: /publie quand même/ });
  const go = sheet.getByRole('button', { name: 'Publier cette version' });
  await expect(go).toBeVisible();
  if ((await accept.count()) > 0) await accept.click();
  await go.click();
  await expect(sheet).toHaveCount(0);
}
