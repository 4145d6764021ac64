import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ORIGIN } from '@heliograph/api/testing';
import { assignSite, withOrg } from '@heliograph/db';
import { type Planted, plantMember, plantOrganisation } from '@heliograph/db/testing';
import { type Envelope, type ExecutionId, type OperationId, type PhotoHash, photoHashSchema } from '@heliograph/domain';
import { type Field, openField } from '@heliograph/offline';
import type { Sender } from '@heliograph/sync/server';
import { createWorld } from '@heliograph/sync/simulator';
import sharp from 'sharp';
import type { Backend } from './backend.ts';
import { Browser } from './browser.ts';
import { drawWeather, type World } from './weather.ts';
import { type Net, openWire, type Terminal } from './wire.ts';
import { type Met, Witness } from './witness.ts';

export interface Person {
  readonly name: string;
  readonly sender: Sender;
  readonly plant: Planted;
}

/** A page of the app in one phone's browser, with one person's databases open. */
export interface Tab {
  readonly person: Person;
  readonly field: Field;
  isAlive: boolean;
}

/** One phone in somebody's pocket, or in the van for whoever needs it. */
export interface Handset {
  readonly number: number;
  readonly people: readonly Person[];
  readonly browser: Browser;
  readonly terminal: Terminal;
  /** Who is signed in, or was last. */
  current: Person;
  tabs: Tab[];
  loads: number;
}

/** An operation that was ticked: somebody was told that it is saved. */
export interface Recorded {
  readonly person: Person;
  readonly handset: Handset;
  readonly operation: Envelope;
}

export interface Photo {
  readonly sha: PhotoHash;
  readonly bytes: Buffer;
  /** Whether the server should take it: one picture of the album is no picture. */
  readonly isPhoto: boolean;
}

export interface Company {
  readonly backend: Backend;
  readonly world: World;
  readonly net: Net;
  readonly witness: Witness;
  readonly own: Planted;
  readonly foreign: Planted;
  readonly people: readonly Person[];
  readonly handsets: Handset[];
  readonly album: Photo[];
  readonly executions: Map<string, ExecutionId[]>;
  readonly recorded: Map<OperationId, Recorded>;
  /** What the phones' own disks complained of: nothing breaks them here. */
  readonly troubles: unknown[];
  /** What was never recorded on a phone and was sent all the same, by organisation and id: nobody was promised anything. */
  readonly forged: Set<string>;
  /** Whether some phone or the server's rows were copied: then orders of different pasts meet. */
  isPastMixed: boolean;
}

/** Three technicians and a supervisor with four phones, one of them shared; and a technician of another organisation on the same server. */
export async function openCompany(backend: Backend, seed: number, met: (what: Met) => void): Promise<Company> {
  const world = createWorld(seed, async () => undefined);
  const [own, foreign] = [await plantOrganisation(backend.db, `canari-a-${seed}`), await plantOrganisation(backend.db, `canari-b-${seed}`)];
  const third = await plantMember(backend.db, own.org, { name: 'Nora Roux', role: 'technician' });
  await withOrg(backend.db, own, (tx) => assignSite(tx, { user: third.user, site: own.site }));
  const person = (name: string, sender: Sender, plant = own): Person => ({ name, sender, plant });
  const people = [
    person('technician', own.technician),
    person('colleague', own.colleague),
    person('third', third),
    person('supervisor', own.supervisor),
    person('stranger', foreign.technician, foreign),
  ];
  const witness = new Witness([own, foreign], met);
  const net: Net = {
    instances: backend.instances,
    weather: drawWeather(world),
    afloat: new Set(),
    witness: (terminal, answered) => witness.see(terminal.org, answered),
    met,
  };
  const [technician, colleague, nora, supervisor, stranger] = people;
  if (!technician || !colleague || !nora || !supervisor || !stranger) throw new Error('five people');
  const crews = [[technician], [technician], [colleague], [nora, supervisor], [stranger]];
  return {
    ...{ backend, world, net, witness, own, foreign, people, album: await makeAlbum(world), troubles: [], forged: new Set(), isPastMixed: false },
    handsets: crews.map((crew, at) => makeHandset(seed * 100 + at, crew, new Browser(world.chance(0.5)))),
    executions: new Map(),
    recorded: new Map(),
  };
}

/** @param number decides every draw of this phone's link: what the others do does not shift them */
export function makeHandset(number: number, people: readonly Person[], browser: Browser): Handset {
  const [first] = people;
  if (first === undefined) throw new Error('a phone is somebody’s');
  const terminal: Terminal = { world: createWorld(number, async () => undefined), org: first.plant.org, cookie: null, isOffline: false, due: [] };
  return { number, people, browser, terminal, current: first, tabs: [], loads: 0 };
}

/** @param grace how long a page waits for an answer, ms */
export async function openTab({ net, troubles, witness }: Company, handset: Handset, grace: number): Promise<Tab> {
  const { browser, terminal, current: person } = handset;
  const life = { isAlive: true };
  handset.loads += 1;
  const field = await browser.run(() =>
    openField({
      ...{ owner: person.sender, build: 'round trip', session: handset.loads },
      wire: { base: ORIGIN, grace, fetch: openWire(net, terminal, () => life.isAlive) },
      isVisible: () => true,
      onTrouble: (error) => troubles.push(error),
      sliceBytes: () => SLICE,
    }),
  );
  const { photos } = field.view;
  browser.run(() => photos.subscribe(() => witness.hear(person.plant.org, photos.get() ?? [])));
  const tab: Tab = Object.assign(life, { person, field });
  handset.tabs.push(tab);
  return tab;
}

/** The app is swiped away: what it waited for never comes. */
export function kill(handset: Handset): void {
  for (const tab of handset.tabs.splice(0)) {
    tab.isAlive = false;
    handset.browser.run(() => tab.field.close());
  }
  handset.browser.endLife();
}

/** Signs the phone's current person in; the browser has one cookie, whoever's pages are still open. */
export async function signIn({ backend }: Company, { terminal, current }: Handset): Promise<void> {
  terminal.cookie = await backend.signIn(current.sender);
}

/** Bytes of a photo sent at once: small photos, so small slices. */
export const SLICE = 1000;

async function makeAlbum(world: World): Promise<Photo[]> {
  const album: Photo[] = [];
  for (const side of [56, 80]) await takePicture({ world, album }, side);
  return [...album, named(Buffer.from(`Bonjour ${world.random()}, je suis une photo.`), false)];
}

/** A picture that nobody took before, of some slices, for the album. @param side px */
export async function takePicture({ world, album }: Pick<Company, 'world' | 'album'>, side: number): Promise<Photo> {
  const noise = sharp(world.bytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } });
  const photo = named(await noise.jpeg({ quality: 80 }).toBuffer(), true);
  album.push(photo);
  return photo;
}

const named = (bytes: Buffer, isPhoto: boolean): Photo => ({ bytes, isPhoto, sha: photoHashSchema.parse(sha256(bytes)) });

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Waits until something holds; says what did not. */
export async function until(what: string, holds: () => boolean, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain: ${what}`);
    await sleep(3);
  }
}
