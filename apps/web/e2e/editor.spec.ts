import { expect, type Phone, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, getReady, start } from './pages/field.ts';
import { type Keyboard, keyboardOf } from './pages/keyboard.ts';
import { somewhere } from './pages/words.ts';
import { type Answers, carryOut, complete } from './pages/work.ts';

const TITLE = 'Relevé de propreté';
const AUTHOR = 'admin@demo.test';

interface Written {
  readonly fr: string;
  readonly en: string;
  readonly kind: string;
  /** What is said beyond the titles. */
  more?(keys: Keyboard, page: Page): Promise<void>;
}

/** Twelve steps: a branch, a hold point, and a limit that a formula computes from two readings. */
const STEPS: readonly Written[] = [
  { fr: 'Préparer le matériel', en: 'Prepare the material', kind: 'Consigne' },
  { fr: 'Météo', en: 'Weather', kind: 'Choix', more: options },
  { fr: 'Ce que la pluie a laissé', en: 'What the rain left', kind: 'Texte', more: onlyInRain },
  { fr: 'Accès sûr', en: 'Safe access', kind: 'Contrôle', more: holdPoint },
  { fr: 'Éclairement avant', en: 'Irradiance before', kind: 'Mesure', more: inUnit('W/m²') },
  { fr: 'Éclairement après', en: 'Irradiance after', kind: 'Mesure', more: inUnit('W/m²') },
  { fr: 'Encrassement constaté', en: 'Soiling found', kind: 'Mesure', more: computedLimit },
  { fr: 'Dôme sans rayure', en: 'Dome without scratches', kind: 'Contrôle' },
  { fr: 'Câble fixé', en: 'Cable fixed', kind: 'Contrôle' },
  { fr: 'Horizontalité', en: 'Level', kind: 'Contrôle' },
  { fr: 'Remarques', en: 'Remarks', kind: 'Texte' },
  { fr: 'Signature', en: 'Signature', kind: 'Signature' },
];

const inField: Answers = {
  'Préparer le matériel': (step) => step.confirm(),
  Météo: (step) => step.choose('Pluie'),
  'Ce que la pluie a laissé': (step) => step.write('Des traces sur le dôme.'),
  'Accès sûr': (step) => step.choose('Conforme'),
  'Éclairement avant': (step) => step.measure('800'),
  'Éclairement après': (step) => step.measure('820'),
  'Encrassement constaté': async (step) => {
    await step.measure('2,4');
    await expect(step.progress.page().getByText(somewhere('Dans les limites')).first()).toBeVisible();
  },
  'Dôme sans rayure': (step) => step.choose('Conforme'),
  'Câble fixé': (step) => step.choose('Conforme'),
  Horizontalité: (step) => step.choose('Conforme'),
  Remarques: (step) => step.write('Rien à signaler.'),
  Signature: (step) => step.sign(),
};

test('a procedure is written by keyboard alone in two languages, carried out without a network while a second version is published, and compared', async ({
  openPhone,
}) => {
  test.setTimeout(240_000);
  const desk = await openPhone({ size: { width: 1440, height: 900 } });
  const { page } = desk;
  await signIn(page, AUTHOR, '/office');
  await begin(page);
  await writeHead(keyboardOf(page), page);
  for (const step of STEPS) await writeStep(keyboardOf(page), page, step);
  await publish(page, 'Première version.');

  const phone = await openPhone();
  await getReady(phone);
  await goOutAndStart(phone);
  await carryOut(phone.page, inField, ({ title }) => title === 'Dôme sans rayure');

  await page.getByRole('link', { name: 'Modifier' }).first().click();
  await outline(page)
    .getByRole('option', { name: /Horizontalité/ })
    .click();
  await page.locator('#at-title-fr').fill('Horizontalité du socle');
  await publish(page, 'Le titre dit ce qui est regardé.');

  await carryOut(phone.page, inField);
  await complete(phone.page);
  await phone.setOnline(true);
  await allSent(phone.page);
  await compare(page);
});

const outline = (page: Page) => page.getByRole('listbox', { name: 'Étapes' });

/** A title is enough to begin. */
async function begin(page: Page): Promise<void> {
  const keys = keyboardOf(page);
  await page.goto('/office/procedures');
  await keys.reach(page.getByRole('button', { name: 'Nouvelle procédure' }));
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await keys.write(dialog.getByLabel('Titre en français'), TITLE);
  await keys.write(dialog.getByLabel('Titre en anglais'), 'Cleanliness reading');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(outline(page)).toBeVisible();
}

async function writeHead(keys: Keyboard, page: Page): Promise<void> {
  await keys.write(page.getByLabel('Objet : à quoi elle sert (français)'), 'Savoir quand nettoyer.');
  await keys.write(page.getByLabel('Objet : à quoi elle sert (anglais)'), 'To know when to clean.');
  await keys.choose(page.getByLabel('Catégorie'), 'Nettoyage');
  await keys.write(page.getByLabel('Durée estimée (min)'), '30');
  await keys.choose(page.getByLabel('Ajouter à : Équipements concernés'), 'Onduleur de chaînes');
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Enlever Onduleur de chaînes' })).toBeVisible();
}

async function writeStep(keys: Keyboard, page: Page, { fr, en, kind, more }: Written): Promise<void> {
  await keys.press('Control+Enter');
  const title = page.locator('#at-title-fr');
  await expect(title).toHaveValue('');
  await expect(title).toBeFocused();
  await keys.type(fr);
  await keys.press('Tab');
  await keys.type(en);
  await keys.choose(page.getByLabel('Type d’étape'), kind, 'back');
  await more?.(keys, page);
  await expect(outline(page).getByRole('option', { name: somewhere(fr) })).toBeVisible();
}

async function options(keys: Keyboard, page: Page): Promise<void> {
  await keys.write(page.getByLabel('Option 1 (français)'), 'Sec');
  await keys.write(page.getByLabel('Option 1 (anglais)'), 'Dry');
  await keys.write(page.getByLabel('Option 2 (français)'), 'Pluie');
  await keys.write(page.getByLabel('Option 2 (anglais)'), 'Rain');
}

async function onlyInRain(keys: Keyboard, page: Page): Promise<void> {
  await keys.unfold(page.locator('summary', { hasText: 'Apparaît toujours' }));
  await keys.reach(page.getByRole('button', { name: 'Ajouter une condition' }));
  await keys.press('Enter');
  await keys.choose(page.getByLabel('Réponse 1'), 'Pluie', 'back');
  await expect(page.locator('summary', { hasText: somewhere('Apparaît si « Météo » vaut « Pluie »') })).toBeVisible();
}

async function holdPoint(keys: Keyboard, page: Page): Promise<void> {
  await keys.reach(page.getByRole('switch', { name: 'Point d’arrêt' }));
  await keys.press('Space');
}

function inUnit(unit: string) {
  return (keys: Keyboard, page: Page): Promise<void> => keys.write(page.getByLabel('Unité', { exact: true }), unit);
}

/** From two readings to a limit; what it says is tried before anybody relies on it. */
async function computedLimit(keys: Keyboard, page: Page): Promise<void> {
  await inUnit('%')(keys, page);
  await keys.unfold(page.locator('summary', { hasText: 'Limites et valeurs calculées' }));
  await keys.choose(page.getByLabel('Limite calculée'), 'Encrassement du capteur');
  await keys.choose(page.getByLabel(/^Entrée.*valeur avant/), 'Étape : Éclairement avant');
  await keys.unfold(page.locator('summary', { hasText: 'Essayer avec vos valeurs' }));
  await keys.write(page.getByRole('textbox', { name: /^valeur avant/ }), '800');
  await keys.write(page.getByRole('textbox', { name: /^valeur après/ }), '820');
  await expect(page.getByText(somewhere('Attendu 2,4 %'))).toBeVisible();
}

async function publish(page: Page, note: string): Promise<void> {
  const keys = keyboardOf(page);
  await keys.reach(page.getByRole('button', { name: 'Vérifier et publier…' }), 'back');
  await keys.press('Enter');
  await page.waitForURL(/\/office\/procedures\/[^/]+$/);
  await keys.reach(page.getByRole('button', { name: 'Publier…' }));
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: 'Publier cette version' });
  await expect(send).toBeVisible();
  // What is only to be looked at is taken upon oneself.
  const taken = dialog.getByRole('switch');
  if ((await taken.count()) > 0) {
    await keys.reach(taken);
    await keys.press('Space');
  }
  await keys.write(dialog.getByRole('textbox'), note);
  await keys.reach(send);
  await keys.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(note)).toBeVisible();
}

async function goOutAndStart(phone: Phone): Promise<void> {
  await start(phone.page, { procedure: TITLE, code: 'GAR-OND06', second: null });
  await phone.setOnline(false);
}

async function compare(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Avec la précédente' }).first().click();
  await expect(page.getByText('Horizontalité du socle').first()).toBeVisible();
  await expect(page.getByText('Horizontalité', { exact: true }).first()).toBeVisible();
}
