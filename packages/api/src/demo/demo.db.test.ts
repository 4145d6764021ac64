import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@heliograph/db/testing';
import { citationsOf, type Source } from '@heliograph/domain/assistant/grounding';
import type { Safety } from '@heliograph/domain/assistant/safety';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble } from '../build-deps.ts';
import { conversationsOf, openConversation } from '../conversation/conversation.service.ts';
import type { Deps } from '../deps.ts';
import { openExecution } from '../execution/execution.service.ts';
import { executionsFor } from '../execution/execution-list.service.ts';
import { findingsFor } from '../finding/finding.service.ts';
import { keysFrom, newSecret } from '../keys.ts';
import { createLog } from '../log.ts';
import { searchLibrary } from '../procedure/procedure.service.ts';
import { myStatistics, organisationStatistics } from '../statistics/statistics.service.ts';
import { analysesFor, analysisOf } from '../vision/analysis.service.ts';
import { CAST, DEMO, OTHER, OTHER_CAST } from './cast.ts';
import { ensureDemo } from './ensure-demo.ts';

let deps: Deps;
let photoDir = '';
const told: string[] = [];
beforeAll(async () => {
  photoDir = await mkdtemp(join(tmpdir(), 'heliograph-demo-'));
  deps = assemble({ db: await testDatabase(), keys: keysFrom(newSecret()), log: createLog('silent'), photoDir, secure: false });
  await ensureDemo(deps, (line) => told.push(line));
}, 120_000);
afterAll(async () => {
  await deps.db.close();
  await rm(photoDir, { recursive: true });
});

const supervisor = { org: DEMO.org, user: CAST.helene.user, role: 'supervisor', deliverOnly: false } as const;
const all = () => executionsFor(deps, supervisor, { limit: 100 });

test('the story has executions in every state, told in order of days', async () => {
  const { items } = await all();
  expect(items).toHaveLength(16);
  expect(new Set(items.map(({ status }) => status))).toEqual(
    new Set(['planned', 'in_progress', 'suspended', 'completed', 'returned', 'approved', 'cancelled']),
  );
  expect(items.every(({ procedure, progress }) => procedure.title !== null && progress.total > 0)).toBe(true);
  expect(items.map(({ openedAt }) => openedAt)).toEqual(items.map(({ openedAt }) => openedAt).toSorted((a, b) => b - a));
  expect(items.every(({ openedAt }) => openedAt <= deps.now())).toBe(true);
});

test('completed work is complete; something failed, two readings disagree, a photo is still on its way', async () => {
  const { items } = await all();
  for (const { status, progress } of items) if (status === 'completed' || status === 'approved') expect(progress.done).toBe(progress.total);
  expect(items.some(({ failed }) => failed > 0)).toBe(true);
  expect(items.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBe(1);
  expect(items.reduce((sum, { missingPhotos }) => sum + missingPhotos, 0)).toBe(1);
});

test('every execution opens with its answers, photos and signatures, and the verdicts shown are the verdicts of today', async () => {
  let [photos, signatures, measured] = [0, 0, 0];
  for (const { id } of (await all()).items) {
    const opened = await openExecution(deps, supervisor, id);
    photos += opened.photos.filter(({ file }) => file.state === 'stored').length;
    signatures += opened.signatures.filter(({ isCurrent }) => isCurrent).length;
    measured += opened.places.filter(({ evaluation }) => evaluation?.expected != null).length;
    expect(opened.places.filter(({ shownInstead }) => shownInstead !== null)).toEqual([]);
    expect(opened.history.flatMap(({ flags }) => flags).filter((flag) => flag !== 'after_completion')).toEqual([]);
  }
  expect(photos).toBeGreaterThan(15);
  expect(signatures).toBeGreaterThan(5);
  expect(measured).toBeGreaterThan(12);
});

test('what was sent back names the one string to be measured again', async () => {
  const { items } = await all();
  const opened = await Promise.all(items.filter(({ status }) => status === 'returned').map(({ id }) => openExecution(deps, supervisor, id)));
  const named = opened.map(({ places, returned }) => places.find(({ address }) => address === returned?.step)?.item?.label);
  expect(named).toEqual(['CH09']);
});

test('the lock-out is halted at the refused hold point, with its reason', async () => {
  const halted = await Promise.all((await all()).items.map(({ id }) => openExecution(deps, supervisor, id)));
  const found = halted.filter(({ halt }) => halt !== null);
  expect(found.map(({ halt }) => halt?.address)).toContain('s14');
  expect(JSON.stringify(found)).toContain('612 V');
});

test('people have asked the assistant: every passage that an answer cites was found, one question was refused, and the strong model was spared', async () => {
  const { user, role } = CAST.camille;
  const camille = { org: DEMO.org, user, role, deliverOnly: false } as const;
  let [cited, chosen] = [0, 0];
  for (const [who, count] of [
    [CAST.camille, 4],
    [CAST.yanis, 4],
    [CAST.helene, 3],
  ] as const) {
    const actor = { org: DEMO.org, user: who.user, role: who.role, deliverOnly: false };
    const { items } = await conversationsOf(deps, actor, { limit: 50 });
    expect(items).toHaveLength(count);
    for (const { id } of items)
      for (const { sources, safety, answers } of (await openConversation(deps, actor, id)).questions) {
        expect(answers.map(({ status, problem }) => [status, problem])).toEqual(answers.map(() => ['done', null]));
        expect(answers.length === 0).toBe((safety as Safety).refuse !== null);
        chosen += answers.filter(({ isChosen }) => isChosen).length;
        for (const { text } of answers) {
          const read = citationsOf(text, sources as Source[]);
          expect(read.unknown).toEqual([]);
          cited += read.cited.length;
        }
      }
  }
  expect(cited).toBeGreaterThan(20);
  expect(chosen).toBe(2);
  expect(await myStatistics(deps, camille)).toMatchObject({ conversations: 4, questions: 6, models: [{ key: 'gpt-4o-mini' }, { chosen: 1 }] });
  const year = await organisationStatistics(deps, supervisor);
  expect(year.months.filter(({ calls }) => calls > 0).length).toBeGreaterThan(1);
  expect(year.cost).toBeGreaterThan(0);
});

test('photos were looked at: one waits for somebody, one is unsure, one is decided and became a finding; nobody outside was asked', async () => {
  const { items } = await analysesFor(deps, supervisor, { limit: 9 });
  expect(items.map(({ state, band, outcome, defect }) => [state, band, outcome, defect?.class])).toEqual([
    ['proposed', 'unsure', null, undefined],
    ['proposed', 'sure', null, 'vegetation_shading'],
    ['decided', 'likely', 'correct', 'inverter_fan_fault'],
  ]);
  const vegetation = await analysisOf(deps, supervisor, items[1]?.id ?? expect.fail('no analysis'));
  expect(vegetation.proposal?.suggestions[0]).toMatchObject({
    ...{ slug: 'vegetation-control-inspection', version: 1, step: null },
    why: { en: 'Shading or intrusive vegetation' },
  });
  expect(vegetation.proposal?.suggestions.length).toBeLessThanOrEqual(5);
  const { items: findings } = await findingsFor(deps, supervisor, { limit: 9 });
  expect(findings).toMatchObject([{ class: 'inverter_fan_fault', severity: 3, state: 'open', asset: { name: expect.any(String) } }]);
});

describe('around the story', () => {
  test('the starter library is there in both organisations, and each sees its own work only', async () => {
    const owen = { org: OTHER.org, user: OTHER_CAST.owen.user, role: 'technician', deliverOnly: false } as const;
    for (const actor of [supervisor, owen]) expect((await searchLibrary(deps, actor, { limit: 100 })).items).toHaveLength(18);
    const { items } = await executionsFor(deps, owen, { limit: 100 });
    expect(items.map(({ site }) => site.name)).toEqual(['Ditchling Farm', 'Ditchling Farm']);
  });

  test('a second start adds nothing, and a start cut short is gone on with', async () => {
    const before = (await all()).items.map(({ id, head }) => [id, head]);
    told.length = 0;
    await ensureDemo(deps, (line) => told.push(line));
    expect(told).toEqual([]);
    expect((await all()).items.map(({ id, head }) => [id, head])).toEqual(before);
  });
});
