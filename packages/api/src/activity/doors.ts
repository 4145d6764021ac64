import { FIRST_MODELS, FIRST_TASTE } from '@heliograph/domain';
import { starterLibrary } from '../demo/library.ts';
import { begunExecution, begunTalk, heldRecord, newcomer, PASSWORD, type TestServer, tokenOf } from '../testing/index.ts';
import { visionDoors } from './doors-vision.ts';

const { tips: offered } = starterLibrary();

/** How a door is used once, with everything it needs made beforehand; and what is then on record, or why nothing is. */
export interface Use {
  readonly input?: (server: TestServer, admin: string) => Promise<unknown> | unknown;
  /** Who uses it; without it the admin. */
  readonly as?: 'nobody' | 'technician' | 'supervisor';
  /** Its answer comes in lines: asked as a batch of one. */
  readonly isInLines?: true;
  readonly act: string | { readonly none: string };
}

const invited = async (server: TestServer, admin: string) => {
  const input = { email: `i${crypto.randomUUID()}@i.test`, name: 'Nadia', role: 'technician', language: 'fr' };
  return (await server.call('person.invite', { method: 'POST', cookie: admin, input })).data;
};
const someone = async (server: TestServer) => ({ id: (await newcomer(server, server.own, 'technician')).user });
const revised = async (server: TestServer, admin: string) => {
  const { id } = await someone(server);
  return { id, revision: (await server.call('person.get', { cookie: admin, input: { id } })).data.person.revision };
};
const otherSession = async (server: TestServer) => {
  await server.signIn(server.own.people.admin);
  const { data } = await server.call('auth.sessions', { cookie: await server.signIn(server.own.people.admin) });
  return { handle: data.items.find((one: { isCurrent: boolean }) => !one.isCurrent).handle };
};

const desk = (server: TestServer, cookie: string) => async (path: string, input: object) =>
  (await server.call(path, { method: 'POST', cookie, input })).data;
const someSite = async (server: TestServer, admin: string) => {
  const wish = { name: 'Valensole', code: crypto.randomUUID(), timeZone: 'Europe/Paris' };
  return { ...wish, ...(await desk(server, admin)('site.create', wish)) };
};
const someAsset = async (server: TestServer, admin: string) => desk(server, admin)('asset.create', { site: server.own.site, type: 'fence' });
const retired = async (server: TestServer, admin: string, kind: 'site' | 'asset') => {
  const { id, revision } = kind === 'site' ? await someSite(server, admin) : await someAsset(server, admin);
  const done = await desk(server, admin)(`${kind}.retire`, { id, revision });
  return { id, revision: (kind === 'site' ? done : done.asset).revision };
};
// Reserved for examples: it resolves nowhere, and a trial of it ends in a fault.
const someProvider = { kind: 'other', name: 'X', baseUrl: 'https://models.invalid/v1', apiVersion: null, isOn: true, models: [] };
const work = ({ own }: TestServer) => ({ procedure: own.procedure, siteId: own.site, personIds: [own.people.technician.user], day: '2026-06-01' });
const completed = async (server: TestServer, admin: string) => {
  const id = await begunExecution(server, server.own, 'complete');
  return { id, seen: (await server.call('execution.get', { cookie: admin, input: { id } })).data.execution.head };
};
const aTip = { title: { fr: 'T', en: 'T' }, content: { fr: 'C', en: 'C' }, language: null, category: 'safety', tags: [], links: {}, photos: [] };
const someTip = async (server: TestServer, admin: string, submit = false) => desk(server, admin)('tip.create', { ...aTip, submit });
const somePhone = async (server: TestServer, admin: string) => {
  await begunExecution(server, server.own);
  return { handle: (await server.call('device.list', { cookie: admin })).data.phones[0].handle };
};
const cut = ({ id, revision }: { id: string; revision: number }) => ({ id, revision });

const draftOfOwn = async (server: TestServer, admin: string) =>
  (await server.call('procedure.draft', { cookie: admin, input: { slug: 'essai-own' } })).data;
const drafted = async (server: TestServer, admin: string) => {
  const { document } = await draftOfOwn(server, admin);
  const { slug, revision } = await desk(server, admin)('procedure.create', { document: { ...document, tags: [crypto.randomUUID()] } });
  return { slug, revision };
};
/** By a colleague: nobody agrees to what they proposed themselves. */
const proposed = async (server: TestServer) => {
  const admin = await server.signIn(await newcomer(server, server.own, 'admin'));
  const set = async (secondApproval: boolean) => {
    const { revision } = (await server.call('organisation.get', { cookie: admin })).data;
    await desk(server, admin)('organisation.update', { revision, secondApproval });
  };
  const draft = await drafted(server, admin);
  await set(true);
  const { proposal } = await desk(server, admin)('procedure.publish', draft);
  await set(false);
  return { slug: draft.slug, proposal, reason: 'à revoir' };
};

const ownTalk = (server: TestServer) => begunTalk(server, server.own.people.admin.user);
const someTalk = async (server: TestServer) => ({ id: (await ownTalk(server)).id });
const someQuestion = async (server: TestServer) => ({ question: (await ownTalk(server)).question });
const someAnswer = async (server: TestServer) => {
  const { question, answer } = await ownTalk(server);
  return { question, answer };
};

/** Every mutation door. A new one gets its line here: one act, one row; or a reason why there is none. */
export const DOORS: Readonly<Record<string, Use>> = {
  'auth.signIn': { as: 'nobody', input: ({ own }) => ({ email: own.people.admin.email, password: PASSWORD }), act: 'session.open' },
  'auth.signOut': { as: 'technician', act: 'session.end' },
  'auth.rename': { input: () => ({ name: `Nom ${crypto.randomUUID()}` }), act: 'person.update' },
  'auth.changePassword': { as: 'supervisor', input: () => ({ current: PASSWORD, next: 'une phrase toute neuve' }), act: 'person.password' },
  'auth.confirm': { input: () => ({ password: PASSWORD }), act: 'session.confirm' },
  'auth.endSession': { input: otherSession, act: 'person.end_sessions' },
  'auth.endOtherSessions': { input: otherSession, act: 'person.end_sessions' },
  'person.invite': { input: () => ({ email: 'one@i.test', name: 'N', role: 'technician', language: 'fr' }), act: 'person.invite' },
  'person.update': { input: async (s, a) => ({ ...(await revised(s, a)), name: 'Autre' }), act: 'person.update' },
  'person.changeEmail': { input: async (s, a) => ({ ...(await revised(s, a)), email: 'two@i.test' }), act: 'person.email' },
  'person.reset': { input: someone, act: 'person.reset' },
  'person.suspend': { input: someone, act: 'person.suspend' },
  'person.deactivate': { input: someone, act: 'person.deactivate' },
  'person.resume': {
    input: async (server, admin) => {
      const one = await someone(server);
      await server.call('person.suspend', { method: 'POST', cookie: admin, input: one });
      return one;
    },
    act: 'person.resume',
  },
  'person.endSessions': { input: someone, act: 'person.end_sessions' },
  'invitation.revoke': { input: async (s, a) => ({ id: (await invited(s, a)).id }), act: 'invitation.revoke' },
  'invitation.accept': {
    as: 'nobody',
    input: async (s, a) => ({ token: tokenOf((await invited(s, a)).link), password: PASSWORD }),
    act: 'person.join',
  },
  'organisation.update': {
    input: async (server, admin) => ({ revision: (await server.call('organisation.get', { cookie: admin })).data.revision, photosWifiOnly: true }),
    act: 'organisation.update',
  },
  'remark.save': {
    input: async (server, admin) => ({ revision: (await server.call('remark.list', { cookie: admin })).data.revision, remarks: [] }),
    act: 'organisation.update',
  },
  'provider.save': { input: () => someProvider, act: 'provider.create' },
  'provider.remove': { input: async (s, a) => ({ id: (await desk(s, a)('provider.save', someProvider)).id }), act: 'provider.remove' },
  'provider.test': {
    input: async (s, a) => ({ id: (await desk(s, a)('provider.save', { ...someProvider, models: [{ ...FIRST_MODELS[0], isOn: false }] })).id }),
    act: { none: 'the ledger of calls is its record' },
  },
  'ai.update': {
    input: async (server, admin) => ({ revision: (await server.call('ai.settings', { cookie: admin })).data.revision, temperature: 0.2 }),
    act: 'assistant.update',
  },
  'ai.prefer': { input: () => FIRST_TASTE, act: { none: 'a matter of taste, nobody else’s business' } },
  'site.create': { input: () => ({ name: 'Neuf', code: crypto.randomUUID(), timeZone: 'Europe/Paris' }), act: 'site.create' },
  'site.update': { input: async (s, a) => ({ ...(await someSite(s, a)), name: 'Autre' }), act: 'site.update' },
  'site.retire': { input: async (s, a) => cut(await someSite(s, a)), act: 'site.retire' },
  'site.restore': { input: (s, a) => retired(s, a, 'site'), act: 'site.restore' },
  'asset.create': { input: ({ own }) => ({ site: own.site, type: 'fence' }), act: 'asset.create' },
  'asset.update': { input: async (s, a) => ({ ...(await someAsset(s, a)), name: 'Autre' }), act: 'asset.update' },
  'asset.retire': { input: async (s, a) => cut(await someAsset(s, a)), act: 'asset.retire' },
  'asset.restore': { input: (s, a) => retired(s, a, 'asset'), act: 'asset.restore' },
  'asset.import': { input: ({ own }) => ({ site: own.site, file: btoa('code;type\nV-1;fence\n'), dryRun: false }), act: 'asset.import' },
  'assignment.create': { input: work, act: 'execution.assign' },
  'assignment.change': {
    input: async (s, a) => {
      const { id, head, people } = await desk(s, a)('assignment.create', work(s));
      return { id, seen: head, day: '2026-06-02', personIds: people.map((person: { id: string }) => person.id) };
    },
    act: 'execution.assign',
  },
  'assignment.withdraw': {
    input: async (s, a) => ({ id: (await desk(s, a)('assignment.create', work(s))).id, reason: 'orage' }),
    act: 'execution.cancel',
  },
  'execution.cancel': {
    input: async (s, a) => ({ id: (await desk(s, a)('assignment.create', work(s))).id, reason: 'orage' }),
    act: 'execution.cancel',
  },
  'review.approve': { input: completed, act: 'execution.review' },
  'review.return': { input: async (s, a) => ({ ...(await completed(s, a)), note: 'à revoir' }), act: 'execution.review' },
  'starter.take': { input: () => ({ slug: 'iv-curve-test' }), act: 'procedure.take_over' },
  'starter.decline': { input: () => ({ slug: 'module-cleaning' }), act: 'procedure.decline' },
  'starter.takeTip': { input: () => ({ id: offered[0]?.id }), act: 'tip.take_over' },
  'starter.declineTip': { input: () => ({ id: offered[1]?.id }), act: 'tip.decline' },
  'tip.create': { as: 'technician', input: () => aTip, act: 'tip.create' },
  'tip.update': { input: async (s, a) => ({ ...aTip, ...cut(await someTip(s, a)), category: 'cleaning' }), act: 'tip.update' },
  'tip.submit': { input: async (s, a) => cut(await someTip(s, a)), act: 'tip.submit' },
  'tip.approve': { input: async (s, a) => cut(await someTip(s, a, true)), act: 'tip.approve' },
  'tip.reject': { input: async (s, a) => ({ ...cut(await someTip(s, a, true)), reason: 'à préciser' }), act: 'tip.reject' },
  'tip.archive': { input: async (s, a) => cut(await someTip(s, a)), act: 'tip.archive' },
  'tip.rate': {
    input: async (s, a) => ({ id: (await someTip(s, a)).id, useful: true }),
    act: { none: 'an opinion: it is counted on the tip itself' },
  },
  'procedure.create': { input: () => ({ title: 'Neuve', steps: [] }), act: 'procedure.create' },
  'procedure.import': {
    input: async (server, admin) => {
      const file = (await server.call('procedure.export', { cookie: admin, input: { hash: server.own.procedure } })).data;
      return { text: JSON.stringify(file), dryRun: false };
    },
    act: 'procedure.create',
  },
  'procedure.importXlsform': {
    input: () => ({ file: btoa('type,name,label\ntext,a,A'), name: 'releve.csv', dryRun: false }),
    act: 'procedure.create',
  },
  'procedure.update': { input: async (s, a) => ({ ...(await drafted(s, a)), title: 'Autre', steps: [] }), act: 'procedure.update' },
  'procedure.duplicate': { input: () => ({ slug: 'essai-own' }), act: 'procedure.create' },
  'procedure.discardDraft': {
    input: async (s, a) => {
      const { document, revision } = await draftOfOwn(s, a);
      const saved = await desk(s, a)('procedure.saveDraft', { slug: 'essai-own', revision, document });
      return { slug: 'essai-own', revision: saved.revision };
    },
    act: 'procedure.discard',
  },
  'procedure.publish': { input: drafted, act: 'procedure.publish' },
  'procedure.approve': { input: proposed, act: 'procedure.publish' },
  'procedure.reject': { input: proposed, act: 'procedure.reject' },
  'procedure.archive': { input: drafted, act: 'procedure.archive' },
  'procedure.restore': {
    input: async (s, a) => {
      const { slug } = await drafted(s, a);
      await desk(s, a)('procedure.archive', { slug });
      return { slug };
    },
    act: 'procedure.restore',
  },
  'procedure.saveDraft': {
    input: async (s, a) => ({ ...(await drafted(s, a)), document: (await draftOfOwn(s, a)).document }),
    act: { none: 'it is kept every few seconds; the draft itself says who wrote last, and publishing is the act' },
  },
  'procedure.attend': { input: () => ({ slug: 'essai-own' }), act: { none: 'a sign of life of an open editor' } },
  'device.dismiss': { input: somePhone, act: 'device.dismiss' },
  'device.admit': {
    input: async (server) => ({ author: server.own.people.technician.user, execution: await heldRecord(server, server.own) }),
    act: 'execution.assign',
  },
  'device.handIn': {
    input: ({ own }) => ({ author: own.people.technician.user, operations: [{ i: 1, id: crypto.randomUUID() }] }),
    act: 'device.hand_in',
  },
  'invitation.look': {
    as: 'nobody',
    input: async (s, a) => ({ token: tokenOf((await invited(s, a)).link) }),
    act: { none: 'it only reads; asked with POST so that the secret stands in no address' },
  },
  'conversation.create': { input: () => ({ id: crypto.randomUUID() }), act: { none: 'their own conversation, nobody else’s business' } },
  'conversation.update': {
    input: async (s) => ({ ...(await someTalk(s)), folder: 'X' }),
    act: { none: 'their own conversation, nobody else’s business' },
  },
  'conversation.remove': { input: someTalk, act: { none: 'their own conversation, nobody else’s business' } },
  'conversation.send': {
    isInLines: true,
    input: () => ({ id: crypto.randomUUID(), conversation: crypto.randomUUID(), text: 'x', language: 'fr' }),
    act: { none: 'what is asked of a model stands in the ledger of calls' },
  },
  'conversation.stop': { input: someQuestion, act: { none: 'their own conversation, nobody else’s business' } },
  'conversation.again': { input: someAnswer, act: { none: 'what is asked of a model stands in the ledger of calls' } },
  'conversation.choose': { input: someAnswer, act: { none: 'their own conversation, nobody else’s business' } },
  'conversation.branch': { input: someQuestion, act: { none: 'their own conversation, nobody else’s business' } },
  'conversation.share': { input: async (s) => ({ ...(await someTalk(s)), isShared: true }), act: 'assistant.share' },
  'preference.set': { input: () => ({ theme: 'soleil' }), act: { none: 'a matter of taste, nobody else’s business' } },
  'sync.exchange': {
    as: 'technician',
    input: ({ own }) => ({ proto: 1, user: own.people.technician.user, dev: crypto.randomUUID(), nonce: 'n' }),
    act: { none: 'operations are their own record, append-only and kept for ever' },
  },
  ...visionDoors,
  'setup.create': { as: 'nobody', act: { none: 'proved below, where nobody has begun' } },
};
