import { expect, signIn, test } from '@heliograph/tools/browser';
import { somewhere } from './pages/words.ts';
import { openDesk } from './world/desk.ts';

const WIDE = { width: 1440, height: 900 };

test('records that wait at the office: their author is put on the work with a press, forgotten work is given again as what it was', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server, 'admin@demo.test');
  const { items: people } = await desk.ask('person.list', { limit: 100 });
  const camille = people.find(({ name }) => name === 'Camille Roussel')?.id;
  if (camille === undefined) throw new Error('Nobody whose records could wait.');
  const { items } = await desk.ask('execution.list', { limit: 100 });
  const known = items.find(({ people: crew, status }) => status !== 'cancelled' && crew.every(({ id }) => id !== camille));
  if (known === undefined) throw new Error('The demonstration holds no work of others.');
  await desk.tell('site.create', { name: 'Les Lauzes', code: 'LAU', timeZone: 'Europe/Paris' });
  const lost = crypto.randomUUID();
  const said = (n: number) => `Connecteur noirci, chaîne ${n}.`;
  for (const [n, x] of [known.id, lost].entries()) {
    const comment = { k: 'comment', v: 1, x, p: { text: said(n) }, w: Date.now(), z: 60, o: 0, n: 1 };
    await desk.tell('device.handIn', { author: camille, operations: [{ i: 1, id: crypto.randomUUID(), ...comment }] });
  }

  const { page } = await openPhone({ size: WIDE });
  await signIn(page, 'supervisor@demo.test', '/office');
  await page.goto('/office/phones');
  const waiting = page.getByRole('region', { name: 'En attente au bureau' });
  await waiting.getByRole('button', { name: /^Affecter/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Affecter', exact: true }).click();
  await expect(waiting.getByRole('button', { name: /^Affecter/ })).toHaveCount(0);
  expect((await desk.execution(known.id)).comments.map(({ text }) => text)).toContain(said(0));

  await waiting.getByRole('link', { name: 'Redonner ce travail' }).click();
  await expect(page.getByText('Relevés de Camille Roussel en attente')).toBeVisible();
  await page.getByRole('button', { name: 'Inspection visuelle annuelle' }).click();
  const give = page.getByRole('button', { name: 'Confier ce travail' });
  await page.getByLabel('Site', { exact: true }).selectOption('Les Lauzes');
  await give.click();
  // The question stands before the fields, and the press was at their end.
  await expect(page.getByText(somewhere('pas affecté à Les Lauzes'))).toBeInViewport();
  await page.getByLabel('Site', { exact: true }).selectOption({ index: 1 });
  await give.click();
  await expect(page).toHaveURL(new RegExp(lost));
  await page.goto('/office/phones');
  await expect(page.getByRole('heading', { name: 'Téléphones', level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  const given = await desk.execution(lost);
  expect(given.comments.map(({ text }) => text)).toEqual([said(1)]);
});

test('records of somebody who is no longer active: the work is given to a colleague, and they are put on it', async ({ server, openPhone }) => {
  const desk = await openDesk(server, 'admin@demo.test');
  const { items: people } = await desk.ask('person.list', { limit: 100 });
  const yanis = people.find(({ name }) => name === 'Yanis Belkacem')?.id;
  if (yanis === undefined) throw new Error('Nobody whose records could wait.');
  const x = crypto.randomUUID();
  const comment = { k: 'comment', v: 1, x, p: { text: 'Vis resserrées.' }, w: Date.now(), z: 60, o: 0, n: 1 };
  await desk.tell('device.handIn', { author: yanis, operations: [{ i: 1, id: crypto.randomUUID(), ...comment }] });
  await desk.tell('person.suspend', { id: yanis });

  const { page } = await openPhone({ size: WIDE });
  await signIn(page, 'supervisor@demo.test', '/office');
  await page.goto('/office/phones');
  const waiting = page.getByRole('region', { name: 'En attente au bureau' });
  await waiting.getByRole('link', { name: 'Redonner ce travail' }).click();
  await expect(page.getByText('Relevés de Yanis Belkacem en attente')).toBeVisible();
  await expect(page.getByText('Ce compte n’est plus actif')).toBeVisible();
  await page.getByRole('button', { name: 'Inspection visuelle annuelle' }).click();
  await page.getByLabel('Site', { exact: true }).selectOption({ index: 1 });
  await page.locator('label').filter({ hasText: 'Camille Roussel' }).click();
  await page.getByRole('button', { name: 'Confier ce travail' }).click();
  await expect(page).toHaveURL(new RegExp(x));
  await page.goto('/office/phones');
  await waiting.getByRole('button', { name: /^Affecter/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Affecter', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Téléphones', level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  expect((await desk.execution(x)).comments.map(({ text }) => text)).toEqual(['Vis resserrées.']);
  await desk.tell('person.resume', { id: yanis });
});
