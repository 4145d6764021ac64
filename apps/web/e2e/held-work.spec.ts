import { expect, signIn, test } from '@heliograph/tools/browser';
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
  await page.getByLabel('Site', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Confier ce travail' }).click();
  await expect(page).toHaveURL(new RegExp(lost));
  await page.goto('/office/phones');
  await expect(page.getByRole('heading', { name: 'Téléphones', level: 1 })).toBeVisible();
  await expect(waiting).toHaveCount(0);
  const given = await desk.execution(lost);
  expect(given.comments.map(({ text }) => text)).toEqual([said(1)]);
});
