import { expect, signIn, test } from '@heliograph/tools/browser';
import { getReady } from './pages/field.ts';
import { listen } from './pages/heard.ts';
import { openDesk } from './world/desk.ts';
import { NAUGHTY } from './world/naughty.ts';

const TITLE = NAUGHTY.slice(0, 2).join(' ');

test('what people write is shown as they wrote it, on the phone and at the desk, and runs nowhere', async ({ server, openPhone }) => {
  const [supervisor, admin] = [await openDesk(server), await openDesk(server, 'admin@demo.test')];
  const { asset, site } = await supervisor.ask('asset.get', { code: 'GAR-OND08' });
  const { hash } = await supervisor.ask('procedure.get', { slug: 'insulation-fault-troubleshooting' });
  const { items } = await supervisor.ask('person.list', { query: 'Camille' });
  const work = await supervisor.tell('assignment.create', {
    ...{ procedure: hash, siteId: site.id, assetId: asset.id, personIds: items.map(({ id }) => id), day: '2030-06-03' },
    ...{ reported: { alarm: TITLE, symptom: NAUGHTY.join(' ') }, note: NAUGHTY.join(' ') },
  });
  await admin.tell('site.create', { name: TITLE, code: 'NAUGHTY-1', timeZone: 'Europe/Paris' });

  const phone = await openPhone();
  const heard = listen(phone);
  await getReady(phone);
  await phone.page.goto(`/app/work/${work.id}`);
  await expect(phone.page.getByText(NAUGHTY.join(' ')).first()).toBeVisible();

  const office = await openPhone({ size: { width: 1440, height: 900 } });
  const heardThere = listen(office);
  await signIn(office.page, 'admin@demo.test', '/office');
  await office.page.goto('/office/sites');
  await expect(office.page.getByText(TITLE).first()).toBeVisible();
  await office.page.goto(`/office/executions/${work.id}`);
  await expect(office.page.getByText(NAUGHTY.join(' ')).first()).toBeVisible();
  expect([...heard, ...heardThere]).toEqual([]);
});
