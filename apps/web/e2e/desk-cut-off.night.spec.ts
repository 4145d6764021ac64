import { expect, PASSWORD, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { allSent, getReady, SUPERVISOR, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { openDesk } from './world/desk.ts';

const PROCEDURE = "Maintenance préventive d'un onduleur de chaînes";
const DESK = { width: 1440, height: 900 };

interface Trouble {
  readonly form: () => Promise<void>;
  readonly save: () => Promise<void>;
  /** How often the door is knocked at in the end. */
  readonly calls?: number;
}

/** The next press meets a server that is not there, the one after it a server that did it and whose answer is lost on its way. */
async function troubled(page: Page, door: string, { form, save, calls: most = 3 }: Trouble): Promise<void> {
  let calls = 0;
  await page.route(`**/api/trpc/${door}`, async (route) => {
    calls += 1;
    if (calls === 1) return route.fulfill({ status: 503, contentType: 'text/html', body: 'Service Unavailable' });
    if (calls === 2) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  for (const _ of ['gone', 'answer lost']) {
    await save();
    await expect(page.getByText('Le serveur est hors d’atteinte')).toBeVisible();
    await form();
  }
  await save();
  await expect(page.getByText('Le serveur est hors d’atteinte')).toHaveCount(0);
  await expect.poll(() => calls).toBe(most);
  await page.unroute(`**/api/trpc/${door}`);
}

test('work given while the server goes and its answer is lost is as it was typed, and is given once, as it is wished in the end', async ({
  openPhone,
  server,
}) => {
  const desk = await openDesk(server);
  const { page } = await openPhone({ size: DESK });
  await signIn(page, SUPERVISOR, '/office');
  await page.goto('/office/work/new');
  await page.getByRole('searchbox').fill('onduleur de chaines');
  await page.getByRole('button', { name: new RegExp(`^${PROCEDURE}`) }).click();
  await page.getByLabel('Site').selectOption({ label: 'Les Garrigues' });
  await page.locator('label', { hasText: 'Camille Roussel' }).click();
  const note = page.getByLabel('Note');
  await note.fill('Sans réseau au bureau.');
  let typed = 'Sans réseau au bureau.';
  await troubled(page, 'assignment.create', {
    form: async () => {
      await expect(note).toHaveValue(typed);
      // Changed after the press that the server heard and could not answer.
      typed = 'Sans réseau au bureau, puis avec.';
      await note.fill(typed);
    },
    save: () => page.getByRole('button', { name: 'Confier ce travail' }).click(),
  });
  await expect(page.getByRole('complementary', { name: PROCEDURE }).getByText(typed)).toBeVisible();
  const { items } = await desk.ask('assignment.list', { limit: 100 });
  const given = items.filter((one) => one.note?.startsWith('Sans réseau au bureau'));
  expect(given.map((one) => one.note)).toEqual([typed]);
  await page.goto(`/office/executions/${given[0]?.id}/print`);
  await expect(page.getByRole('term').filter({ hasText: 'Commencée' }).locator('..')).toHaveText('Commencée–');
});

test('work whose procedure is chosen anew after its answer was lost is given once, with the one chosen last', async ({ openPhone, server }) => {
  const desk = await openDesk(server);
  const { page } = await openPhone({ size: DESK });
  await signIn(page, SUPERVISOR, '/office');
  await page.goto('/office/work/new');
  const choose = async (search: string, title: string) => {
    await page.getByRole('searchbox').fill(search);
    await page.getByRole('button', { name: new RegExp(`^${title}`) }).click();
  };
  await choose('onduleur de chaines', PROCEDURE);
  await page.getByLabel('Site').selectOption({ label: 'Les Garrigues' });
  await page.locator('label', { hasText: 'Camille Roussel' }).click();
  const note = 'Procédure choisie à nouveau.';
  await page.getByLabel('Note').fill(note);
  let presses = 0;
  await troubled(page, 'assignment.create', {
    form: async () => {
      presses += 1;
      if (presses !== 2) return;
      await page.getByRole('button', { name: 'Changer', exact: true }).click();
      await choose('isolement', "Dépannage : défaut d'isolement onduleur");
    },
    save: () => page.getByRole('button', { name: 'Confier ce travail' }).click(),
    calls: 4,
  });
  await expect(page.getByRole('complementary', { name: "Dépannage : défaut d'isolement onduleur" }).getByText(note)).toBeVisible();
  const { items } = await desk.ask('assignment.list', { limit: 100 });
  const given = items.filter((one) => one.note === note).map(({ status, procedure }) => [status, procedure.title?.fr]);
  expect(given.toSorted()).toEqual([
    ['cancelled', PROCEDURE],
    ['planned', "Dépannage : défaut d'isolement onduleur"],
  ]);
});

test('a person and the settings saved while answers are lost say that they are saved, and ask nobody to choose between equals', async ({
  openPhone,
  server,
}) => {
  const desk = await openDesk(server, 'admin@demo.test');
  const { page } = await openPhone({ size: DESK });
  await signIn(page, 'admin@demo.test', '/office');
  const { items } = await desk.ask('person.list', { limit: 100 });
  const person = items.find(({ name }) => name === 'Hélène Marchetti');
  for (const [path, label, door] of [
    [`/office/people/${person?.id}`, 'Nom', 'person.update'],
    ['/office/settings', 'Nom de l’organisation', 'organisation.update'],
  ] as const) {
    await page.goto(path);
    const name = page.getByRole('textbox', { name: label, exact: true });
    const changed = `${await name.inputValue()} bis`;
    await name.fill(changed);
    await troubled(page, door, {
      form: () => expect(name).toHaveValue(changed),
      save: () => page.getByRole('button', { name: 'Enregistrer', exact: true }).first().click(),
    });
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Garder' })).toHaveCount(0);
    await expect(name).toHaveValue(changed);
  }
});

test('work sent back and a version published while answers are lost keep their note, and are sent back and published once', async ({
  openPhone,
  server,
}) => {
  const desk = await openDesk(server, 'admin@demo.test');
  const { page } = await openPhone({ size: DESK });
  await signIn(page, 'admin@demo.test', '/office');
  const [done] = (await desk.ask('execution.list', { status: 'completed', limit: 1 })).items;
  await page.goto(`/office/executions/${done?.id}`);
  await page.getByRole('button', { name: 'Renvoyer' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Note').fill('À reprendre au sec.');
  await troubled(page, 'review.return', {
    form: () => expect(sheet.getByLabel('Note')).toHaveValue('À reprendre au sec.'),
    save: () => sheet.getByRole('button', { name: 'Renvoyer' }).click(),
  });
  await expect(sheet).toHaveCount(0);
  expect((await desk.execution(done?.id ?? '')).history.filter(({ operation }) => operation.k === 'review')).toHaveLength(1);

  const [next] = (await desk.ask('execution.list', { status: 'completed', limit: 1 })).items;
  await page.goto(`/office/executions/${next?.id}`);
  await page.getByRole('button', { name: 'Renvoyer' }).click();
  await sheet.getByLabel('Note').fill('À reprendre.');
  let presses = 0;
  await troubled(page, 'review.return', {
    form: async () => {
      presses += 1;
      // Mended after the press that the server heard and could not answer.
      if (presses === 2) await sheet.getByLabel('Note').fill('À reprendre au sec.');
    },
    save: () => sheet.getByRole('button', { name: 'Renvoyer' }).click(),
  });
  await expect(sheet.getByText('1 relevé est arrivé pendant votre lecture')).toBeVisible();
  await sheet.getByRole('button', { name: 'Renvoyer' }).click();
  await expect(sheet).toHaveCount(0);
  const { returned } = await desk.ask('execution.get', { id: next?.id ?? '' });
  expect(returned?.note).toBe('À reprendre au sec.');

  const source = (await desk.ask('procedure.shelf')).items.find(({ version }) => version !== null);
  const { document } = await desk.ask('procedure.draft', { slug: source?.slug ?? '' });
  const { slug } = await desk.tell('procedure.create', { document: { ...document, tags: ['nuit'] } });
  await page.goto(`/office/procedures/${slug}`);
  await page.getByRole('button', { name: 'Publier…' }).click();
  await sheet.getByRole('textbox').fill('Première version de la nuit.');
  await troubled(page, 'procedure.publish', {
    form: () => expect(sheet.getByRole('textbox')).toHaveValue('Première version de la nuit.'),
    save: () => sheet.getByRole('button', { name: 'Publier cette version' }).click(),
  });
  await expect(sheet).toHaveCount(0);
  expect((await desk.ask('procedure.page', { slug })).versions).toHaveLength(1);
});

test('who is suspended in the field is told so at the next start, and what they recorded meanwhile is delivered', async ({ openPhone, server }) => {
  const desk = await openDesk(server, 'admin@demo.test');
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND03' });
  await allSent(page);
  const { items } = await desk.ask('person.list', { limit: 100 });
  const person = items.find(({ name }) => name === 'Camille Roussel');
  if (person === undefined) throw new Error('the demonstration has its people');
  await desk.tell('person.suspend', { id: person.id });
  await page.goto(`/app/executions/${x}/steps/s03`);
  await stepScreen(page).write('Code 0x24.');
  await expect.poll(async () => (await desk.execution(x)).history.filter(({ operation }) => operation.k === 'step')).toHaveLength(1);
  await page.goto('/app/sync');
  await expect(page.getByText('Accès suspendu, ou session fermée')).toBeVisible();
  await expect(page.getByText('Reconnectez-vous pour recevoir')).toBeVisible();
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await expect(page.getByText(/suspendu/).nth(1)).toBeVisible();
  // The journeys after this one are hers too.
  await desk.tell('person.resume', { id: person.id });
});
