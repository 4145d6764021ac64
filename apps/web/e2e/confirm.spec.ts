import { expect, signIn, test } from '@heliograph/tools/browser';

test('an act that asks for the password again is done once it is given, and not before', async ({ openPhone }) => {
  const { page } = await openPhone({ size: { width: 1440, height: 900 } });
  await signIn(page, 'admin@demo.test', '/office');
  // Ten minutes pass: what the server then answers, for the first knock alone.
  const refusal = { code: 'NOT_ALLOWED', details: { reason: 'confirm' }, requestId: 'r', message: '' };
  const json = { error: { message: '', code: -32603, data: { ...refusal, httpStatus: 403 } } };
  await page.route(/person\.reset/, (route) => route.fulfill({ status: 403, json }), { times: 1 });
  await page.getByRole('link', { name: 'Équipe' }).click();
  await page.getByRole('button', { name: /tech@demo\.test/ }).click();
  await page.getByRole('button', { name: 'Lien de nouveau mot de passe' }).click();
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  const sheet = page.getByRole('dialog', { name: 'Confirmez que c’est bien vous' });
  const password = sheet.getByLabel('Mot de passe', { exact: true });
  await password.fill('pas celui-là du tout');
  await sheet.getByRole('button', { name: 'Confirmer' }).click();
  await expect(sheet.getByText('Ce mot de passe n’est pas le bon.')).toBeVisible();
  await password.fill('quatre-chaines-au-soleil');
  await sheet.getByRole('button', { name: 'Confirmer' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('dialog').locator('code')).toContainText('/');
});
