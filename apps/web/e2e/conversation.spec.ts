import { conversationIdSchema } from '@heliograph/domain/assistant';
import { expect, gated, type ModelServer, signIn, test } from '@heliograph/tools/browser';
import type { Page } from '@playwright/test';
import { getReady, SUPERVISOR, TECHNICIAN } from './pages/field.ts';
import { type Desk, openDesk } from './world/desk.ts';

const ADMIN = 'admin@demo.test';
const QUICK = 'rapide';
const SLOW = 'lente';
const BROKEN = 'muette';

/** Lets the organisation ask three models of a server of the protocol, and nobody else's journey. */
async function connect(admin: Desk, { baseUrl }: ModelServer): Promise<string> {
  const model = (name: string) => ({ name, abilities: ['chat' as const], price: { input: 1000, output: 2000 }, contextLength: 8000, isOn: true });
  const models = [QUICK, SLOW, BROKEN].map(model);
  return (await admin.tell('provider.save', { kind: 'other', name: 'Essai', baseUrl, apiVersion: null, isOn: true, models })).id;
}

/** Titles are made behind the answers: they never get what a journey wrote for a question. */
const script = (models: ModelServer, model: string, reply: Parameters<ModelServer['answer']>[1]) =>
  models.answer(model, (asked) =>
    String(asked.messages[0]?.content).startsWith('Donnez') ? { text: 'Isolement' } : typeof reply === 'function' ? reply(asked) : reply,
  );

let admin: Desk;
let provider: string;
test.beforeEach(async ({ server, models }) => {
  models.reset();
  admin = await openDesk(server, ADMIN);
  provider = await connect(admin, models);
});
test.afterEach(async () => {
  await admin.tell('provider.remove', { id: provider });
});

const answerOf = (page: Page, model: string) => page.getByRole('article', { name: model });

async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Votre question' }).fill(text);
  await page.getByRole('button', { name: 'Envoyer' }).click();
}

async function chooseModels(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Automatique' }).click();
  const sheet = page.getByRole('dialog', { name: 'Réglages' });
  for (const name of names) await sheet.locator('label', { hasText: name }).click();
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('button', { name: `${names.length} modèles` })).toBeVisible();
}

test('three models on one question: one fails, one is slow; compared, chosen, branched, stopped, reloaded, and the budget said', async ({
  server,
  models,
  openPhone,
}) => {
  const { page } = await openPhone({ size: { width: 1440, height: 900 } });
  const gate = Promise.withResolvers<void>();
  script(models, QUICK, { text: '## Avant tout\n\n1. **Arrêtez** l’onduleur.\n2. Mesurez à froid <img src=x onerror=alert(1)>.' });
  script(models, BROKEN, { status: 500 });
  script(models, SLOW, { text: gated('Je regarde ', gate.promise, 'la notice.') });
  await signIn(page, SUPERVISOR, '/office');
  await page.goto('/office/assistant');
  await page.getByRole('button', { name: 'Nouvelle question' }).click();
  await chooseModels(page, [QUICK, SLOW, BROKEN]);
  await ask(page, 'Riso 0,4 MΩ sur l’onduleur 3, je fais quoi ?');
  await expect(answerOf(page, QUICK)).toContainText('<img src=x onerror=alert(1)>');
  await expect(answerOf(page, QUICK).getByRole('listitem')).toHaveCount(2);
  await expect(answerOf(page, QUICK).locator('img')).toHaveCount(0);
  await expect(answerOf(page, BROKEN)).toContainText('Le fournisseur a une panne');
  await expect(answerOf(page, SLOW)).toContainText('Je regarde');

  await page.reload();
  await expect(answerOf(page, SLOW)).toContainText('Je regarde');
  gate.resolve();
  await expect(answerOf(page, SLOW)).toContainText('Je regarde la notice.');
  expect(models.asked.filter(({ model, stream, question }) => model === SLOW && stream && question.includes('Riso'))).toHaveLength(1);

  await answerOf(page, SLOW).getByRole('button', { name: 'Choisir celle-ci' }).click();
  await expect(answerOf(page, SLOW)).toContainText('Choisie');

  script(models, SLOW, { text: gated('Sans fin ', new Promise(() => undefined)) });
  await ask(page, 'Et ensuite ?');
  const second = page.getByRole('article', { name: SLOW }).nth(1);
  await expect(second).toContainText('Sans fin');
  await page.getByRole('button', { name: 'Arrêter' }).last().click();
  await expect(second).toContainText('Arrêtée par vous : ce qui était écrit reste.');
  expect(
    models.asked.findLast(({ model, question }) => model === QUICK && question.includes('Et ensuite'))?.messages.map(({ content }) => content),
  ).toContain('Je regarde la notice.');

  script(models, SLOW, { text: 'Autrement dit.' });
  await page.getByRole('button', { name: 'Modifier' }).last().click();
  const editing = page.getByRole('dialog', { name: 'Modifier la question' });
  await editing.getByRole('textbox').fill('Et avec la pluie ?');
  await editing.getByRole('button', { name: 'Poser' }).click();
  await expect(page.getByText('Version 2 sur 2')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Et ensuite ?' })).toHaveCount(0);
  await expect(page.getByRole('article', { name: SLOW }).nth(1)).toContainText('Autrement dit.');
  await page.getByRole('button', { name: 'Version précédente' }).click();
  await expect(page.getByRole('heading', { name: 'Et ensuite ?' })).toBeVisible();

  const { revision } = await admin.ask('ai.settings');
  await admin.tell('ai.update', { revision, monthlyBudget: 0 });
  await ask(page, 'Une dernière chose');
  await expect(page.getByRole('article', { name: QUICK }).last()).toContainText('budget du mois de l’organisation est épuisé');
  // What an answer does not replace is said under the two that were answered, and not under this one.
  await expect(page.getByText('Cette réponse ne remplace')).toHaveCount(2);
  await admin.tell('ai.update', { revision: revision + 1, monthlyBudget: null });
  const supervisor = await openDesk(server, SUPERVISOR);
  await supervisor.tell('ai.prefer', { isAutomatic: true, models: [], temperature: null, longestAnswer: null });

  // Nothing is sent before it is known what it comes after: it would stand beside the first question.
  const send = page.getByRole('button', { name: 'Envoyer' });
  const read = Promise.withResolvers<void>();
  await page.route(/conversation\.get/, async (route) => {
    await read.promise;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('textbox', { name: 'Votre question' }).fill('Trop tôt');
  await expect(send).toBeDisabled();
  read.resolve();
  await expect(send).toBeEnabled();

  // An address that opens nothing says so; one begun here, and not asked yet, is still there after a reload.
  await page.goto(`/office/assistant/${crypto.randomUUID()}`);
  await expect(page.getByText('Cette conversation ne s’ouvre pas')).toBeVisible();
  await expect(send).toHaveCount(0);
  await page.getByRole('link', { name: 'Nouvelle question' }).click();
  await expect(send).toBeVisible();
  await page.reload();
  await expect(send).toBeVisible();
});

test('a question asked without a network waits on the phone, is asked once when it is back, and says so wherever one is', async ({
  models,
  openPhone,
}) => {
  const phone = await openPhone();
  const { page } = phone;
  script(models, '*', { text: 'Consignez d’abord.' });
  await getReady(phone, TECHNICIAN);
  await page.getByRole('navigation').getByRole('link', { name: 'Assistant' }).click();
  await phone.setOnline(false);
  await page.getByRole('button', { name: 'Nouvelle question' }).click();
  await ask(page, 'Quel ordre pour la consignation ?');
  await expect(page.getByText('En attente du réseau')).toBeVisible();
  // Meanwhile the phone's own library answers, under its own name.
  await expect(page.getByRole('heading', { name: 'De votre bibliothèque' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('En attente du réseau')).toBeVisible();
  await page.goto('/app');
  await phone.setOnline(true);
  await expect(page.getByText('Une réponse est arrivée')).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(page.getByRole('article').first()).toContainText('Consignez d’abord.');
  expect(
    models.asked.filter(
      ({ question, messages }) =>
        question.includes('consignation') && messages[0]?.role === 'system' && !String(messages[0].content).startsWith('Donnez'),
    ),
  ).toHaveLength(1);
  // Kept on the phone: it can be read again without a network.
  await phone.setOnline(false);
  await page.reload();
  await expect(page.getByRole('article').first()).toContainText('Consignez d’abord.');
});

test('a question that waited and is not taken says why, and what to do; it is asked elsewhere without being typed again', async ({
  server,
  models,
  openPhone,
}) => {
  const phone = await openPhone();
  const { page } = phone;
  script(models, '*', { text: 'Consignez d’abord.' });
  await getReady(phone, TECHNICIAN);
  await page.getByRole('navigation').getByRole('link', { name: 'Assistant' }).click();
  await page.getByRole('button', { name: 'Nouvelle question' }).click();
  await ask(page, 'Par où commencer ?');
  await expect(page.getByRole('article')).toContainText('Consignez d’abord.');
  const gone = page.url().split('/').at(-1) ?? '';
  await phone.setOnline(false);
  await ask(page, 'Et par temps de pluie ?');
  await expect(page.getByText('En attente du réseau')).toBeVisible();
  await page.goto('/app');
  // Deleted on another device of the same person.
  const technician = await openDesk(server, TECHNICIAN);
  await technician.tell('conversation.remove', { id: conversationIdSchema.parse(gone) });
  await phone.setOnline(true);
  await expect(page.getByText('Une question n’a pas été prise')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Assistant' }).click();
  await page.getByRole('region', { name: 'Sur ce téléphone' }).getByRole('link', { name: 'Et par temps de pluie' }).click();
  await expect(page.getByText('Cette conversation a été supprimée')).toBeVisible();
  await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
  await expect(page).not.toHaveURL(new RegExp(gone));
  await expect(page.getByRole('heading', { level: 2, name: 'Et par temps de pluie ?' })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Consignez d’abord.');
});

test('equipment in hand goes along with a question, visibly, until it is taken off; one’s own way of asking holds from then on', async ({
  server,
  models,
  openPhone,
}) => {
  const phone = await openPhone();
  const { page } = phone;
  script(models, '*', { text: 'Regardez d’abord.' });
  await getReady(phone, TECHNICIAN);
  await page.goto('/app/a/GAR-OND05');
  await page.getByRole('link', { name: 'Demander à l’assistant' }).click();
  const attached = page.getByRole('button', { name: 'Retirer' });
  await expect(attached).toBeVisible();
  const name = (await attached.textContent())?.trim() ?? '';
  await ask(page, 'Que vérifier en premier ?');
  await expect(page.getByRole('article')).toContainText('Regardez d’abord.');
  // Beside the question a title is asked for, which gets nothing of what is attached.
  const sent = (words: string) =>
    models.asked.findLast(({ question, messages }) => question.includes(words) && !String(messages[0]?.content).startsWith('Donnez'));
  expect(sent('premier')?.question).toContain(`Equipment: ${name}`);
  await attached.click();
  await expect(attached).toHaveCount(0);

  await page.goto('/app/assistant');
  await page.getByRole('link', { name: 'Ma façon de demander' }).click();
  await page.locator('label', { hasText: QUICK }).click();
  await page.getByLabel('Liberté de ton').selectOption({ label: 'Précise (0,2)' });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('button', { name: 'Nouvelle question' }).click();
  await expect(page.getByRole('button', { name: QUICK })).toBeVisible();
  await ask(page, 'Et ensuite ?');
  await expect(page.getByRole('article', { name: QUICK })).toContainText('Regardez d’abord.');
  expect(sent('ensuite')).toMatchObject({ model: QUICK, body: { temperature: 0.2 } });
  expect(sent('ensuite')?.question).not.toContain('Equipment:');
  const technician = await openDesk(server, TECHNICIAN);
  await technician.tell('ai.prefer', { isAutomatic: true, models: [], temperature: null, longestAnswer: null });

  await page.goto('/app/assistant/usage');
  await expect(page.getByRole('table', { name: 'Modèles les plus utilisés' }).getByRole('row', { name: new RegExp(QUICK) })).toBeVisible();
});
