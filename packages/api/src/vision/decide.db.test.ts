import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Eyes, openEyes, saw, sawDefect } from '../testing/eyes.ts';
import { deskOf } from '../testing/index.ts';

let eyes: Eyes;
beforeAll(async () => {
  eyes = await openEyes();
});
afterEach(() => eyes.rest());
afterAll(() => eyes.close());

/** A proposal that waits for somebody, as the office sees it. */
async function proposed(said: object = saw(), more: object = {}) {
  eyes.says({ json: said });
  const { id } = await eyes.asked(more);
  const { revision } = await eyes.settled(id, 'supervisor');
  return { id, revision: revision as number };
}
const decided = (decision: object) => eyes.desks.supervisor.do('vision.decide', decision);
const findings = async (filter: object = {}) => (await eyes.desks.supervisor.ask('finding.list', filter)).items;
const corrected = { class: 'enclosure_ingress', severity: 4, box: { x: 0, y: 0, width: 0.5, height: 0.5 }, text: 'Eau dans le coffret' };

describe('a person decides', () => {
  test('what is accepted becomes a finding: its class, its equipment, its photo, who asked and who decided', async () => {
    const { asset, site, people } = eyes.server.own;
    const open = await proposed(saw(), { asset });
    const view = await decided({ ...open, outcome: 'accept' });
    expect(view).toMatchObject({ state: 'decided', outcome: 'accept', decision: { by: { id: people.supervisor.user }, comment: '' } });
    expect(view.decision.defects).toMatchObject([{ class: 'connector_burnt', severity: 5 }]);
    expect(await findings({ assetId: asset })).toMatchObject([
      {
        ...{ class: 'connector_burnt', severity: 5, state: 'open', analysis: open.id, photo: view.photo, asset: { id: asset }, site: { id: site } },
        ...{ author: { id: people.technician.user }, decidedBy: { id: people.supervisor.user }, box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } },
      },
    ]);
    expect(view.findings).toHaveLength(1);
  });

  test('a correction is what is there, in the person’s word; what the model proposed stays beside it', async () => {
    const open = await proposed();
    const view = await decided({ ...open, outcome: 'correct', defects: [{ ...corrected, of: 0 }], comment: 'Pas brûlé' });
    expect(view).toMatchObject({ outcome: 'correct', decision: { comment: 'Pas brûlé', defects: [corrected] } });
    expect(view.proposal.defects).toMatchObject([{ class: 'connector_burnt' }]);
    expect(view.findings).toMatchObject([corrected]);
  });

  test('what is rejected becomes nothing, and says why', async () => {
    const open = await proposed();
    expect(await eyes.desks.supervisor.refused('vision.decide', { ...open, outcome: 'reject' })).toMatch(/^INVALID/);
    expect((await decided({ ...open, outcome: 'reject', comment: 'Une ombre' })).findings).toEqual([]);
  });

  test('an unsure one has no verdict to accept; a person who looked may still say what is there', async () => {
    const open = await proposed(saw({ confidence: 0.3 }));
    expect(await eyes.desks.supervisor.refused('vision.decide', { ...open, outcome: 'accept' })).toBe('INVALID unsure');
    const view = await decided({ ...open, outcome: 'correct', defects: [{ ...corrected, of: null }] });
    expect(view).toMatchObject({ proposal: null, findings: [corrected] });
  });

  test('a class that is on no list, a technician, an older screen: none of them decides', async () => {
    const open = await proposed();
    const strange = { ...open, outcome: 'correct', defects: [{ ...corrected, class: 'made_up', of: null }] };
    expect(await eyes.desks.supervisor.refused('vision.decide', strange)).toBe('INVALID class');
    expect(await eyes.desks.technician.refused('vision.decide', { ...open, outcome: 'accept' })).toBe('NOT_ALLOWED');
    expect(await eyes.desks.supervisor.refused('vision.decide', { ...open, revision: open.revision - 1, outcome: 'accept' })).toBe(
      'CONFLICT changed',
    );
    expect(await findings({ states: ['open'] }).then((all) => all.filter((one: { analysis: string }) => one.analysis === open.id))).toEqual([]);
  });

  test('of two who decide one is first, and the other is told who', async () => {
    const open = await proposed();
    const { supervisor, admin } = eyes.desks;
    const both = await Promise.all([supervisor, admin].map((desk) => desk.refusal('vision.decide', { ...open, outcome: 'accept' })));
    const [refused] = both.filter((error) => error !== undefined);
    expect(both.filter((error) => error === undefined)).toHaveLength(1);
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { reason: 'decided', outcome: 'accept' } });
    expect(String(refused?.details['by'])).toMatch(/supervisor|admin/);
    expect((await eyes.settled(open.id)).findings).toHaveLength(1);
  });
});

describe('what comes of it', () => {
  test('an open finding goes along with a question about its equipment, for those who may see it', async () => {
    const { asset } = eyes.server.own;
    const open = await proposed(saw(), { asset });
    await decided({ ...open, outcome: 'accept' });
    const found = async (who: 'technician' | 'supervisor') => {
      const all = await eyes.desks[who].ask('retrieval.search', { query: 'que sait-on de cet équipement', asset });
      return all.filter(({ kind }: { kind: string }) => kind === 'finding');
    };
    const [first] = await findings({ assetId: asset });
    for (const who of ['technician', 'supervisor'] as const)
      expect((await found(who))[0]).toMatchObject({ id: first.analysis, passage: { fr: expect.stringMatching(/Constat ouvert.*gravité 5\/5/) } });
    const stranger = await deskOf(eyes.server, eyes.server.other.people.supervisor);
    expect((await stranger.ask('finding.list')).items).toEqual([]);
    expect((await eyes.server.call('finding.get', { cookie: stranger.cookie, input: { id: first.id } })).error?.code).toBe('NOT_FOUND');
    expect(await stranger.ask('retrieval.search', { query: 'connecteur', asset })).not.toContainEqual(expect.objectContaining({ kind: 'finding' }));
  });

  test('a technician sees what was decided on their sites, and nothing of another one', async () => {
    eyes.says({ json: saw() });
    const { farSite, site } = eyes.server.own;
    const ids: string[] = [];
    for (const place of [farSite, site]) {
      const { id } = await eyes.asked({ site: place }, 'supervisor');
      const { revision } = await eyes.settled(id, 'supervisor');
      await decided({ id, revision, outcome: 'accept' });
      ids.push(id);
    }
    const mine = (items: { id?: string; analysis?: string }[]) =>
      items.map(({ id, analysis }) => analysis ?? id).filter((id) => ids.includes(id ?? ''));
    for (const path of ['vision.list', 'finding.list']) {
      expect(mine((await eyes.desks.technician.ask(path)).items)).toEqual([ids[1]]);
      expect(mine((await eyes.desks.supervisor.ask(path)).items)).toEqual(ids.toReversed());
    }
  });

  test('agreement is counted by class, model and month, with what was called what', async () => {
    const before = await eyes.desks.admin.ask('vision.agreement');
    const two = saw({ defects: [sawDefect('soiling', 0.9), sawDefect('connector_burnt', 0.9)] });
    await decided({ ...(await proposed(two)), outcome: 'accept' });
    const mixed = [
      { ...corrected, class: 'soiling', of: 0 },
      { ...corrected, of: 1 },
    ];
    await decided({ ...(await proposed(two)), outcome: 'correct', defects: mixed });
    await decided({ ...(await proposed(two)), outcome: 'reject', comment: 'Une ombre' });
    const after = await eyes.desks.admin.ask('vision.agreement');
    const grown = (field: 'proposed' | 'confirmed' | 'missed') => after.total[field] - before.total[field];
    expect([grown('proposed'), grown('confirmed'), grown('missed')]).toEqual([6, 3, 1]);
    expect(after.decided.accept - before.decided.accept).toBe(1);
    const soiling = after.classes.find(({ key }: { key: string }) => key === 'soiling');
    expect(soiling).toMatchObject({ proposed: 3, confirmed: 2 });
    expect(soiling.precision).toBeCloseTo(2 / 3);
    expect(after.models).toMatchObject([{ key: 'eye', proposed: after.total.proposed }]);
    expect(after.months).toMatchObject([{ key: expect.stringMatching(/^\d{4}-\d\d$/), proposed: after.total.proposed }]);
    expect(after.confusion).toContainEqual({ proposed: 'soiling', decided: null, count: 1 });
    expect(after.labels.soiling.en).toBe('Soiling');
    const [{ key: month }] = after.months;
    expect((await eyes.desks.admin.ask('vision.agreement', { from: month, to: month, model: 'eye' })).total).toEqual(after.total);
    expect((await eyes.desks.admin.ask('vision.agreement', { to: '2020-01' })).total.proposed).toBe(0);
  });

  test('a person’s figures tell how many of their photos were decided about, and taken as they were', async () => {
    const before = await eyes.desks.technician.ask('stats.me');
    const office = await eyes.desks.supervisor.ask('stats.me');
    const everybody = await eyes.desks.supervisor.ask('stats.organisation');
    await decided({ ...(await proposed()), outcome: 'accept' });
    await decided({ ...(await proposed()), outcome: 'reject', comment: 'Une ombre' });
    const after = await eyes.desks.technician.ask('stats.me');
    expect([after.photos - before.photos, after.photosDecided - before.photosDecided, after.photosAccepted - before.photosAccepted]).toEqual([
      2, 2, 1,
    ]);
    expect((await eyes.desks.supervisor.ask('stats.me')).photosDecided).toBe(office.photosDecided);
    expect((await eyes.desks.supervisor.ask('stats.organisation')).photosDecided - everybody.photosDecided).toBe(2);
  });
});
