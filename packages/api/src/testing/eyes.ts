import { createHash } from 'node:crypto';
import { type ModelServer, type Script, startModelServer } from '@heliograph/ai/testing';
import type { Database } from '@heliograph/db';
import type { Role } from '@heliograph/domain';
import { realPhoto } from '../photo/hostile.ts';
import { type Desk, deskOf } from './desk.ts';
import { ORIGIN, type TestServer, testServer } from './test-server.ts';

/** The key of the provider: found anywhere else, it has leaked. */
export const KEY = 'sk-canary-of-the-key-0001';
const EYE = { name: 'eye', abilities: ['vision', 'json'], price: { input: 1000, output: 2000 }, contextLength: 8000, isOn: true };

/** A server whose organisation has one model that sees, on a real server of the protocol. */
export interface Eyes {
  readonly server: TestServer;
  readonly models: ModelServer;
  readonly desks: Readonly<Record<Role, Desk>>;
  /** What the provider is saved as; without an id it would be another one. */
  provided(more?: object): object;
  /** A photo that nobody has, and what it is asked with. */
  photo(): Promise<{ readonly bytes: Buffer; readonly named: { readonly sha: string; readonly size: number } }>;
  /** Sends all bytes of a photo; the status of the answer. */
  send(sha: string, bytes: Uint8Array, as?: Role): Promise<number>;
  /** Asks about a new photo whose bytes follow at once. */
  asked(more?: object, as?: Role): Promise<{ readonly id: string; readonly sha: string }>;
  /** From now on the model says this. */
  says(script: Script): void;
  /** An analysis once nobody is at work any more. */
  settled(id: string, as?: Role): Promise<Awaited<ReturnType<Desk['ask']>>>;
  /** Between two tests. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** What a model that behaves says of a burnt connector. */
export const saw = (more: object = {}) => ({
  ...{ equipment: 'Connecteur DC', condition: 'damaged', confidence: 0.9, interpretation: 'Échauffement probable du contact.' },
  defects: [sawDefect('connector_burnt', 0.85, { box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } })],
  recommendedAction: 'Faire isoler la chaîne par une personne habilitée.',
  ...more,
});
export const sawDefect = (name: string, confidence: number, more: object = {}) => ({
  ...{ class: name, severity: 3, confidence, box: null, text: 'Visible', ...more },
});

/** @param db real PostgreSQL, where several connections are what is tried */
export async function openEyes(db?: Database): Promise<Eyes> {
  const models = await startModelServer();
  const server = await testServer({ trusted: [models.origin], ...(db === undefined ? {} : { db }) });
  const { technician, supervisor, admin } = server.own.people;
  const desks = { technician: await deskOf(server, technician), supervisor: await deskOf(server, supervisor), admin: await deskOf(server, admin) };
  const provided = (more: object = {}) => ({
    ...{ kind: 'other', name: 'Chez nous', baseUrl: models.baseUrl, apiVersion: null, isOn: true, models: [EYE], ...more },
  });
  const { id: provider } = await desks.admin.do('provider.save', provided({ key: KEY }));

  let seeds = 0;
  const photo: Eyes['photo'] = async () => {
    seeds += 1;
    const bytes = await realPhoto(64 + seeds, 48, seeds);
    return { bytes, named: { sha: createHash('sha256').update(bytes).digest('hex'), size: bytes.length } };
  };
  const send: Eyes['send'] = async (sha, bytes, as = 'technician') => {
    const headers = {
      ...{ origin: ORIGIN, cookie: desks[as].cookie, 'content-type': 'application/offset+octet-stream' },
      ...{ 'upload-offset': '0', 'upload-length': String(bytes.byteLength) },
    };
    const request = new Request(`${ORIGIN}/api/photos/${sha}`, { method: 'PATCH', body: new Uint8Array(bytes), headers });
    return (await server.handlers.photo(request)).status;
  };
  return {
    ...{ server, models, desks, photo, send },
    provided: (more = {}) => provided({ id: provider, ...more }),
    asked: async (more = {}, as = 'technician') => {
      const { bytes, named } = await photo();
      const id = crypto.randomUUID();
      await desks[as].do('vision.analyze', { id, photo: named, language: 'fr', ...more });
      await send(named.sha, bytes, as);
      return { id, sha: named.sha };
    },
    says: (script) => models.answer('eye', script),
    settled: async (id, as = 'technician') => {
      await server.deps.hub.idle();
      return desks[as].ask('vision.get', { id });
    },
    rest: async () => {
      await server.deps.hub.idle();
      models.reset();
    },
    close: async () => {
      await server.close();
      await models.close();
    },
  };
}
