import { readFile } from 'node:fs/promises';
import { expect, test } from '@heliograph/tools/browser';
import { allSent, field, getReady, start } from './pages/field.ts';
import { stepScreen } from './pages/step.ts';
import { type Desk, openDesk } from './world/desk.ts';
import { readDisk } from './world/disk.ts';
import { spoilRecord } from './world/spoil.ts';

test('a refused record is corrected and sent again, or carried out in a file and put away with a typed word; it is never lost', async ({
  server,
  openPhone,
}) => {
  const desk = await openDesk(server);
  const phone = await openPhone();
  const { page } = phone;
  const step = stepScreen(page);
  await getReady(phone);
  const x = await start(page, { procedure: "Dépannage : défaut d'isolement onduleur", code: 'GAR-OND07' });
  await allSent(page);
  await phone.setOnline(false);
  await page.goto(`/app/executions/${x}/steps/s03`);
  await step.write('Code 0x24.');
  await page.goto(`/app/executions/${x}/steps/s04`);
  await step.choose('Sec');
  // One that no server can read, and one of a step that the procedure does not have.
  await spoilRecord(page, 's03', { p: { kind: 'text', response: { text: 'Code 0x24.' }, verdict: 'perhaps' } });
  await spoilRecord(page, 's04', { s: 'nowhere' });
  await phone.setOnline(true);
  await page.goto('/app/sync');
  await page.getByRole('link', { name: /À vérifier.*2\srelevés\srefusés/ }).click({ timeout: 30_000 });
  await expect(page.getByText(/Ils sont gardés sur ce téléphone et au bureau/)).toBeVisible();
  await page.goto(`/app/executions/${x}/receipt`);
  await expect(page.getByText('Le bureau n’a pas tout pris')).toBeVisible();
  expect(await refusedAtTheDesk(desk, x)).toEqual(['schema', 'unknown_step']);
  await page.goto('/app/attention');
  const rows = page.getByRole('button', { name: /^Réponse/ });
  const sheet = page.getByRole('dialog');

  await rows.filter({ hasText: 'Le serveur n’a pas pu lire ce relevé' }).click();
  await expect(sheet.getByRole('button', { name: 'Renvoyer tel quel' })).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Corriger et renvoyer' }).click();
  await page.waitForURL(`**/app/executions/${x}/steps/s03`);
  await expect(step.text, 'what had been typed').toHaveValue('Code 0x24.');
  await step.write('Code 0x24, 7 h 40.');
  await expect
    .poll(async () => (await desk.execution(x)).history.find(({ operation }) => operation.s === 's03')?.operation.p)
    .toMatchObject({ response: { text: 'Code 0x24, 7 h 40.' } });
  expect(await refusedAtTheDesk(desk, x), 'what was said anew asks for nobody').toEqual(['unknown_step']);
  await page.goto('/app/attention');
  await rows.filter({ hasText: 'Le serveur n’a pas pu lire ce relevé' }).click();
  await sheet.getByRole('button', { name: 'Corrigé : classer ce relevé' }).click();
  await expect(rows).toHaveCount(1);

  await rows.click();
  await sheet.getByText('Autres choix').click();
  const download = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Enregistrer dans un fichier' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('nowhere');
  await expect(sheet).toBeHidden();
  await rows.click();
  await sheet.getByText('Autres choix').click();
  const putAway = sheet.getByRole('button', { name: 'Ne plus le signaler' });
  await expect(putAway).toBeDisabled();
  await sheet.getByLabel('Tapez SUPPRIMER pour confirmer').fill('supprimer');
  await putAway.click();
  await expect(page.getByText('Refusés par le bureau')).toHaveCount(0);
  await expect(field(page).status).toHaveText(/Tout est envoyé/);
  expect((await readDisk(page)).asides, 'both are kept, with what the office said').toBe(2);
});

/** Why what stands beside the log was refused, as the office's receipt has it. */
const refusedAtTheDesk = async (desk: Desk, id: string) =>
  // The server reads the id by its schema.
  (await desk.ask('execution.receipt', { id: id as never })).refused.map(({ code }) => code).sort();
