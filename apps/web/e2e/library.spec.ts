import { expect, PASSWORD, type Server, test } from '@heliograph/tools/browser';
import { field, getReady, relaunchOffline } from './pages/field.ts';
import { openDesk } from './world/desk.ts';
import { jpeg } from './world/pictures.ts';

const TITLE = 'Lavage à la perche';

test('a procedure kept at hand has its pictures on the phone offline, and is found among those at hand and by its keyword', async ({
  server,
  openPhone,
}) => {
  await publishWithPicture(server);
  const phone = await openPhone();
  const { page } = phone;
  await getReady(phone);
  await page.goto('/app/library');
  await page.getByRole('searchbox').fill('perche');
  await page
    .getByRole('link', { name: new RegExp(`^${TITLE}`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Garder sous la main' }).click();
  await expect(page.getByText('Son document est ici aussi')).toBeVisible({ timeout: 30_000 });
  await phone.context.close();

  const later = await relaunchOffline(openPhone, phone);
  await later.page.goto('/app/library');
  const atHand = later.page.getByRole('region', { name: 'Sous la main' });
  await expect(atHand.getByRole('link', { name: new RegExp(`^${TITLE}`) })).toBeVisible();
  // A wrong letter is forgiven.
  await later.page.getByRole('searchbox').fill('dépoussierrage');
  const found = later.page.getByRole('region', { name: 'Procédures', exact: true });
  await found.getByRole('link', { name: new RegExp(`^${TITLE}`) }).click();
  await expect(field(later.page).title).toHaveText(TITLE);
  const picture = later.page.getByRole('region', { name: 'Images et documents' }).getByRole('img');
  const width = () => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));
  await expect.poll(width).toBeGreaterThan(100);

  // Let go, it frees its room.
  await later.page.getByRole('button', { name: 'Sous la main' }).click();
  await expect(later.page.getByText('1 image ou document, avec le réseau')).toBeVisible();
});

/** A procedure of the library with a picture, as somebody in the office would publish it. */
async function publishWithPicture({ origin }: Server): Promise<void> {
  const desk = await openDesk({ origin }, 'admin@demo.test');
  const { buffer, mimeType } = await jpeg(81, { width: 800, height: 600 });
  const cookie = await signedIn(origin);
  const answer = await fetch(`${origin}/api/attachments?name=perche.jpg`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': mimeType },
    body: new Uint8Array(buffer),
  });
  expect(answer.status).toBe(200);
  const attachment = await answer.json();
  const { document } = await desk.ask('procedure.draft', { slug: 'module-cleaning' });
  const changed = {
    ...document,
    title: { fr: TITLE, en: 'Washing with a pole' },
    tags: [...(document.tags ?? []), 'dépoussiérage'],
    extra: { ...document.extra, attachments: [attachment] },
  };
  const { slug, revision } = await desk.tell('procedure.create', { slug: 'lavage-perche', document: changed });
  const accepted = (await desk.ask('procedure.check', { slug })).map(({ code }) => code);
  await desk.tell('procedure.publish', { slug, revision, note: 'Première version', accepted });
}

async function signedIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/trpc/auth.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'admin@demo.test', password: PASSWORD }),
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
