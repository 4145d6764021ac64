import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let admin: string;
beforeAll(async () => {
  server = await testServer();
  admin = await server.signIn(server.own.people.admin);
});
afterAll(() => server.close());

const get = async () => (await server.call('organisation.get', { cookie: admin })).data;
const update = async (more: object) =>
  server.call('organisation.update', { method: 'POST', cookie: admin, input: { revision: (await get()).revision, ...more } });

test('settings are kept, told to everybody, and on record with what they were', async () => {
  const { data } = await update({ name: 'Nouveau nom', placePolicy: 'exact', photoSide: 1600, photosWifiOnly: true, timeZone: 'Europe/London' });
  expect(data).toMatchObject({ name: 'Nouveau nom', placePolicy: 'exact', photoSide: 1600, photosWifiOnly: true, timeZone: 'Europe/London' });
  expect(await get()).toEqual(data);
  const technician = await server.signIn(server.own.people.technician);
  expect((await server.call('auth.me', { cookie: technician })).data.organisation).toMatchObject({ name: 'Nouveau nom', photosWifiOnly: true });
  const delivery = { proto: 1, user: server.own.people.technician.user, dev: crypto.randomUUID(), nonce: 'n' };
  const told = await server.call('sync.exchange', { method: 'POST', cookie: technician, input: delivery });
  expect(told.data.refs.find(({ kind }: { kind: string }) => kind === 'organisation').body).toMatchObject({
    placePolicy: 'exact',
    photoSide: 1600,
    photosWifiOnly: true,
  });
  const { data: acts } = await server.call('activity.list', { cookie: admin, input: { actions: ['organisation.update'] } });
  expect(acts.items[0].details.changes).toMatchObject({ photoSide: [2048, 1600], placePolicy: ['distance', 'exact'] });
});

test('of two admins who save at once the second is told what differs', async () => {
  const { revision } = await get();
  await update({ photoSide: 1800 });
  const late = await update({ revision, photoSide: 2000, photosWifiOnly: true });
  expect(late.error).toMatchObject({ code: 'CONFLICT', details: { reason: 'changed', fields: ['photoSide'] } });
  expect((await get()).photoSide).toBe(1800);
});

test('an organisation speaks a language that it offers', async () => {
  expect((await update({ languages: ['en'] })).error?.details).toEqual({ reason: 'language' });
  expect((await update({ languages: ['en'], language: 'en' })).data).toMatchObject({ languages: ['en'], language: 'en' });
  await update({ languages: ['fr', 'en'], language: 'fr' });
});

test.each([
  { photoSide: 10 },
  { photoSide: 100_000 },
  { timeZone: 'Mars/Olympus' },
  { timeZone: '+02:00' },
  { placePolicy: 'always' },
  { languages: [] },
  { name: '' },
])('%o is refused', async (wrong) => {
  expect((await update(wrong)).error?.code).toBe('INVALID');
});

test('a logo is drawn anew by the server: small, without what else was in the file; what is no picture is refused', async () => {
  const picture = await sharp({ create: { width: 1200, height: 600, channels: 4, background: '#fb0' } })
    .withExif({ IFD0: { Copyright: 'secret-in-exif' } })
    .png()
    .toBuffer();
  const { data } = await update({ logo: `data:image/png;base64,${picture.toString('base64')}` });
  const drawn = Buffer.from(data.logo.split(',')[1], 'base64');
  expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 512, height: 256 });
  expect(drawn.includes('secret-in-exif')).toBe(false);
  expect((await update({ logo: `data:image/png;base64,${Buffer.from('<svg onload=alert(1)>').toString('base64')}` })).error?.details).toEqual({
    reason: 'logo',
  });
  expect((await update({ logo: 'data:image/svg+xml;base64,AAAA' })).error?.code).toBe('INVALID');
  const { data: acts } = await server.call('activity.list', { cookie: admin, input: { actions: ['organisation.update'], limit: 1 } });
  expect(acts.items[0].details.changes).toEqual({ logo: 'changed' });
  expect((await update({ logo: null })).data.logo).toBeNull();
});
