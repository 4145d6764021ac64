import {
  approveTip,
  type Database,
  listLibrary,
  readOrg,
  removeTip,
  saveTips,
  withdrawProcedureVersion,
  withOrg,
  writeTipVersion,
} from '@heliograph/db';
import { type Planted, plantOrganisation, testDatabase } from '@heliograph/db/testing';
import { sourceKey } from '@heliograph/domain/assistant/grounding';
import { measureQuality } from '@heliograph/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishLibrary, starterLibrary } from '../demo/library.ts';
import { searchPassages } from './retrieval.service.ts';

let db: Database;
let ours: Planted;
let theirs: Planted;
beforeAll(async () => {
  db = await testDatabase();
  ours = await plantOrganisation(db, 'Ours');
  theirs = await plantOrganisation(db, 'Theirs');
  await withOrg(db, ours, (tx) => publishLibrary(tx, starterLibrary(), Date.UTC(2026, 0, 1)));
});
afterAll(() => db.close());

const search = (query: string, limit = 20) => searchPassages({ db }, ours.supervisor, { query, limit });
const places = async (query: string, whose = ours) =>
  (await searchPassages({ db }, whose.supervisor, { query, limit: 20 })).map((source) => sourceKey(source).trim());
const tip = (id: string, text: string) => ({ id, title: { fr: text, en: text }, content: { fr: text, en: text }, category: 'electrical', tags: [] });

test('a question finds its passage among the first five, in both languages; one that the library cannot answer finds nothing', async () => {
  const quality = await measureQuality(search);
  expect(quality.questions).toBeGreaterThanOrEqual(60);
  expect(quality.recallAt5, quality.missed.join('\n')).toBeGreaterThanOrEqual(0.94);
  expect(quality.reciprocalRank).toBeGreaterThanOrEqual(0.9);
  expect(quality.silence, quality.loud.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('case, accents and a wrong letter are forgiven', async () => {
  const asked = await places('câble rongé par un rongeur');
  expect(asked[0]).toMatch(/tip11|rodent_damage/);
  expect((await places('CABLE RONGE par un rogneur')).slice(0, 2)).toEqual(expect.arrayContaining(asked.slice(0, 1)));
});

test('a passage says its kind, its place, its words in both languages, and a score that falls', async () => {
  const found = await search('combien de temps attendre la décharge', 5);
  expect(found[0]).toMatchObject({ kind: 'procedure', step: expect.any(String), title: { fr: expect.any(String), en: expect.any(String) } });
  expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(found.length).toBeLessThanOrEqual(5);
});

test('nothing of another organisation is found, and nothing of ours by them', async () => {
  await withOrg(db, theirs, (tx) => saveTips(tx, [tip('secret', 'Le quokka dort dans le coffret')]));
  expect(await places('quokka', theirs)).toEqual(['tip secret']);
  expect(await places('quokka')).toEqual([]);
  expect(await places('mise en drapeau du suiveur', theirs)).not.toContain('procedure tracker-inspection s13');
});

test('what is written is found at once, what is changed under its new words, what is removed no more', async () => {
  await withOrg(db, ours, (tx) => saveTips(tx, [tip('new', 'Le wombat mange les gaines')]));
  expect(await places('wombat')).toEqual(['tip new']);
  await withOrg(db, ours, (tx) => saveTips(tx, [tip('new', 'Le kangourou mange les gaines')]));
  expect(await places('wombat')).toEqual([]);
  expect(await places('kangourou')).toEqual(['tip new']);
  await withOrg(db, ours, (tx) => removeTip(tx, 'new', Date.UTC(2026, 1, 1)));
  expect(await places('kangourou')).toEqual([]);
});

test('a tip is found once somebody approved it, and says what was approved', async () => {
  const by = ours.technician.user;
  const text = {
    ...tip('', 'Le dingo creuse sous la clôture'),
    language: 'fr' as const,
    links: { procedures: [], steps: [], models: [], defects: [] },
    photos: [],
  };
  await withOrg(db, ours, (tx) => writeTipVersion(tx, { id: 'dingo', text, state: 'submitted', by, at: Date.UTC(2026, 1, 1) }));
  expect(await places('dingo')).toEqual([]);
  await withOrg(db, ours, (tx) => approveTip(tx, { id: 'dingo', by: ours.supervisor.user, at: Date.UTC(2026, 1, 2) }));
  expect(await places('dingo')).toEqual(['tip dingo']);
});

test('a withdrawn procedure is found no more', async () => {
  expect(await places('dôme du pyranomètre')).toContain('procedure weather-station-pyranometer-cleaning s06');
  const library = await readOrg(db, ours, listLibrary);
  const weather = library.find(({ slug }) => slug === 'weather-station-pyranometer-cleaning');
  await withOrg(db, ours, async (tx) => weather !== undefined && withdrawProcedureVersion(tx, weather.hash, Date.UTC(2026, 1, 1)));
  expect((await places('dôme du pyranomètre')).filter((place) => place.includes('weather-station'))).toEqual([]);
});

test('a question of nothing but words that ask, or of nothing, finds nothing', async () => {
  expect(await places('comment je fais ?')).toEqual([]);
  expect(await places('   ')).toEqual([]);
});
