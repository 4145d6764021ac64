import { saveTips, withOrg } from '@heliograph/db';
import { tipPhotoSchema } from '@heliograph/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, newcomer, ORIGIN, type TestServer, testServer } from '../testing/index.ts';

let server: TestServer;
let author: Desk;
let colleague: Desk;
let supervisor: Desk;
let stranger: Desk;
beforeAll(async () => {
  server = await testServer();
  author = await deskOf(server, server.own.people.technician);
  colleague = await deskOf(server, await newcomer(server, server.own, 'technician'));
  supervisor = await deskOf(server, server.own.people.supervisor);
  stranger = await deskOf(server, server.other.people.admin);
});
afterAll(() => server.close());

const picture = (background: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .withExif({ IFD0: { Copyright: 'secret-place' } })
    .png()
    .toBuffer();
const send = (desk: Pick<Desk, 'cookie'>, id: string, body: Uint8Array) =>
  server.handlers.tipPhoto(
    new Request(`${ORIGIN}/api/tips/${id}/photos`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: desk.cookie },
      body: new Uint8Array(body),
    }),
  );
const sent = async (desk: Desk, id: string, background: string) =>
  tipPhotoSchema.parse(await (await send(desk, id, await picture(background))).json());
const seen = async (desk: Desk, sha: string) =>
  server.handlers.photo(new Request(`${ORIGIN}/api/photos/${sha}?as=thumbnail`, { headers: { cookie: desk.cookie } }));
const statusOf = async (answer: Promise<Response>) => (await answer).status;
const text = {
  ...{ title: { fr: 'Capot', en: 'Cover' }, content: { fr: 'Le retenir.', en: 'Hold it.' }, language: null },
  ...{ category: 'corrective', tags: [], links: {} },
};

test('a picture chosen at a desk is drawn anew, shown with the tip that names it, and to nobody before', async () => {
  const id = crypto.randomUUID();
  const photo = await sent(author, id, '#708090');
  expect(photo).toMatchObject({ width: 400, height: 300 });
  expect(await statusOf(seen(colleague, photo.sha))).toBe(404);
  const { revision } = await author.do('tip.create', { ...text, id, submit: true, photos: [photo] });
  const shown = await seen(author, photo.sha);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(Buffer.from(await shown.arrayBuffer()).includes('secret-place')).toBe(false);
  expect(await statusOf(seen(colleague, photo.sha))).toBe(404);
  await supervisor.do('tip.approve', { id, revision });
  expect((await colleague.ask('tip.get', { id })).tip.photos).toEqual([photo]);
  expect(await statusOf(seen(colleague, photo.sha))).toBe(200);
  expect(await statusOf(seen(stranger, photo.sha))).toBe(404);
  // Chosen once more, in the middle of whatever, it is the same picture.
  expect(await sent(author, id, '#708090')).toEqual(photo);
});

test('nobody adds to another’s tip, and no tip takes the picture of another', async () => {
  const id = crypto.randomUUID();
  const photo = await sent(author, id, '#304050');
  await author.do('tip.create', { ...text, id, submit: true, photos: [photo] });
  expect(await statusOf(send(colleague, id, await picture('#102030')))).toBe(403);
  expect(await statusOf(send(supervisor, id, await picture('#203040')))).toBe(200);
  const mine = await colleague.do('tip.create', { ...text, submit: false, photos: [photo] });
  expect(mine.photos).toEqual([]);
  expect(await statusOf(send(stranger, id, await picture('#102030')))).toBe(200);
  expect((await author.ask('tip.get', { id })).tip.photos).toEqual([photo]);
});

test('a tip that came with the library gets pictures from those who may write it', async () => {
  const id = 'conseil-de-depart';
  const { title, content } = text;
  await withOrg(server.deps.db, server.own, (tx) => saveTips(tx, [{ id, title, content, category: 'corrective', tags: [] }]));
  expect(await statusOf(send(colleague, id, await picture('#405060')))).toBe(403);
  const photo = await sent(supervisor, id, '#405060');
  const { revision } = (await supervisor.ask('tip.get', { id })).tip;
  const written = await supervisor.do('tip.update', { ...text, id, revision, photos: [photo] });
  expect(written.photos).toEqual([photo]);
  await supervisor.do('tip.approve', { id, revision: written.revision });
  expect(await statusOf(seen(colleague, photo.sha))).toBe(200);
  expect(await statusOf(seen(stranger, photo.sha))).toBe(404);
});

test('what is no picture, is for no tip, or comes from nobody is refused', async () => {
  const id = crypto.randomUUID();
  expect(await statusOf(send(author, id, Buffer.from('%PDF-1.7')))).toBe(415);
  expect(await statusOf(send(author, id, (await picture('#708090')).subarray(0, 60)))).toBe(415);
  expect(await statusOf(send(author, 'sans-conseil', await picture('#708090')))).toBe(404);
  expect(await statusOf(send({ cookie: '' }, id, await picture('#708090')))).toBe(401);
});
