import { abandonUnsent } from '../phone/abandon.ts';
import { readRescue, takeOver, takeOverPhoto, writeRescue } from '../rescue/index.ts';
import { type Person, PLAN } from './cast.ts';
import { mixHash } from './hash.ts';
import { emptyCacheDisk, memoryOutbox } from './memory-phone.ts';
import { EPOCH, type Net } from './network.ts';
import { type Account, attempt, currentAccount, type Handset, kill, machineOf, SLICE, tabOf } from './phone-actor.ts';

/** What befalls phones as things that are kept up, handed round and given back, and servers that are moved. */

/** Longest a phone lies in a pocket with its app frozen, ticks. */
const LONGEST_SLEEP = 900;

/** A new build, at any moment: the app begins again, perhaps with a cache of another format. The outbox has one for ever. */
export function update(net: Net, handset: Handset): void {
  kill(net, handset);
  handset.build += 1;
  if (net.world.chance(0.5)) for (const { cache } of handset.accounts) cache.disk = emptyCacheDisk();
  net.auditor.cover('updated');
}

/** The system freezes the app: whatever it waits for comes hours later, when everybody else has gone on. */
export function freeze({ world, auditor }: Net, handset: Handset): void {
  handset.frozenUntil = world.now() + world.below(LONGEST_SLEEP);
  auditor.cover('frozen');
}

/** Another server takes over, with everything, and a mark of its own. */
export function failOver({ server, world, auditor }: Net, { org }: Person): void {
  server.crash();
  server.data(org).incarnation = mixHash(world.bytes(8)).slice(0, 12);
  auditor.cover('failed_over');
}

/** The office publishes a version: phones hear of it in the same count as of everything else. */
export function publish({ server, auditor }: Net, { org }: Person): Promise<void> {
  return server.office(org, (data, seq) => {
    const body = { id: 'preventive', slug: 'preventive', version: seq, hash: PLAN.procedure, publishedAt: EPOCH };
    data.refs = [...data.refs.filter(({ id }) => id !== body.id), { kind: 'procedure', id: body.id, q: seq, body }];
    auditor.cover('published');
  });
}

/** Signs out and, with a typed word, deletes what was not sent. The auditor is told, since nobody else can bring it back. */
export function abandon(net: Net, handset: Handset): Promise<void> {
  const { auditor, world } = net;
  const { outbox } = currentAccount(handset);
  return attempt(async () => {
    await memoryOutbox(outbox, machineOf(net, handset)).write(async (tx) => {
      const meta = await tx.meta();
      if (meta === undefined) return;
      const unsent = await tx.opsFrom(meta.acked.i + 1, Number.MAX_SAFE_INTEGER);
      for (const { id } of unsent) auditor.destroyed.add(id);
      for (const { sha, state } of await tx.photos()) if (state !== 'stored') auditor.destroyedPhotos.add(sha);
      if (unsent.length > 0) auditor.cover('abandoned');
      await abandonUnsent(tx, { bytes: world.bytes });
    });
  });
}

/** A phone that cannot send hands its work over in a file, and its person's other phone takes it in. Twice: once too often. */
export function handOver(net: Net, handset: Handset, handsets: readonly Handset[]): Promise<void> {
  const from = currentAccount(handset);
  const others = handsets.filter((other) => other !== handset);
  const places = others.flatMap((other) =>
    other.accounts.flatMap((account, at) => (account.person === from.person ? [{ handset: other, account, at }] : [])),
  );
  if (places.length === 0) return Promise.resolve();
  const to = net.world.pick(places);
  return attempt(async () => {
    const file = await writeFile(net, handset, from);
    if (file === null) return;
    await tabOf(net, to.handset, { account: to.account, tab: 0 });
    for (const _ of ['once', 'again']) await readFile(net, to, file);
    net.auditor.cover('handed_over');
  });
}

const hasher = { sha256: async (bytes: ArrayBuffer | Uint8Array) => mixHash(new Uint8Array(bytes)) };

/** What this phone holds and was never acknowledged for. */
async function writeFile(net: Net, handset: Handset, { outbox, person }: Account): Promise<Uint8Array | null> {
  const held = await memoryOutbox(outbox, machineOf(net, handset)).read(async (tx) => {
    const meta = await tx.meta();
    const operations = await tx.opsFrom((meta?.acked.i ?? 0) + 1, Number.MAX_SAFE_INTEGER);
    const photos = (await tx.photos()).filter(({ state }) => state === 'waiting');
    const whole: { sha: (typeof photos)[number]['sha']; mime: string; bytes: Uint8Array }[] = [];
    for (const { sha, mime, slices } of photos) {
      const pieces: number[] = [];
      for (let n = 0; n < slices; n++) pieces.push(...new Uint8Array((await tx.slice(sha, n)) ?? new ArrayBuffer(0)));
      // A photo whose bytes have gone bad is evidence of nothing: it stays out of the file.
      if (mixHash(Uint8Array.from(pieces)) === (sha as string)) whole.push({ sha, mime, bytes: Uint8Array.from(pieces) });
    }
    return { operations, whole };
  });
  if (held.operations.length === 0) return null;
  const photos = held.whole.map(({ sha, mime, bytes }) => ({ sha, mime, size: bytes.byteLength }));
  const head = { org: person.org, orgName: 'S', user: person.user, name: 'N', made: EPOCH, build: String(handset.build), photos };
  return joined([await writeRescue(head, held.operations, hasher), ...held.whole.map(({ bytes }) => bytes)]);
}

async function readFile(net: Net, { handset, account }: { handset: Handset; account: Account }, file: Uint8Array): Promise<void> {
  const source = {
    size: file.byteLength,
    read: async (from: number, to: number) => Uint8Array.from(file.subarray(from, to)),
    // What is written here is plain ASCII.
    text: async (from: number, to: number) => String.fromCharCode(...file.subarray(from, to)),
  };
  const rescue = await readRescue(source, hasher);
  const photos = await Promise.all(rescue.head.photos.map(async (photo) => ({ ...photo, bytes: await rescue.photo(photo.sha) })));
  await memoryOutbox(account.outbox, machineOf(net, handset)).write(async (tx) => {
    for (const { sha, size, mime, bytes } of photos) {
      const slices = Array.from({ length: Math.ceil(size / SLICE) }, (_, n) => bytes.slice(n * SLICE, (n + 1) * SLICE).buffer);
      await takeOverPhoto(tx, { record: { sha, size, mime, slices: slices.length, sent: 0, state: 'waiting', at: EPOCH }, slices });
    }
    await takeOver(tx, rescue.operations, { bytes: net.world.bytes });
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { byteLength }) => size + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
