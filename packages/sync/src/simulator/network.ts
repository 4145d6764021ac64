import { type ExchangeRequestWire, exchangeAnswerSchema, exchangeRequestSchema } from '../messages/exchange.ts';
import type { PhotoTransport, Transport, TransportResult, UploadResult } from '../phone/index.ts';
import { exchange, type Seal, type ServerPorts } from '../server/index.ts';
import type { Auditor } from './auditor.ts';
import { type Person, senderOf } from './cast.ts';
import type { Faults } from './faults.ts';
import { mixHash } from './hash.ts';
import type { MemoryServer } from './memory-server.ts';
import type { World } from './world.ts';

/** Everything between a phone and the database: the link with its faults, the session check, the real server engine. */
export interface Net {
  readonly world: World;
  readonly server: MemoryServer;
  readonly auditor: Auditor;
  readonly sessions: Set<string>;
  /** Bytes of photos on the server, by organisation and name. */
  readonly blobs: Map<string, number[]>;
  faults: Faults;
}

/** Ticks after which the phone gives a request up. */
const DEADLINE = 160;
const unknown: TransportResult & UploadResult = { kind: 'unknown', retryAfterMs: null };
const seal: Seal = { sign: (text) => mixHash(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).slice(0, 22) };

export const serverPorts = ({ world, server }: Net): ServerPorts => ({
  store: server,
  seal,
  now: () => EPOCH + world.now() * 1000,
  mark: () => mixHash(world.bytes(8)).slice(0, 12),
});
/** 2026-01-01, so that simulated days look like days. */
export const EPOCH = 1_767_225_600_000;

/** One call over the link: lost, doubled, late, or garbled as the seed wills. Resolves at most once, and never for a dead app. */
function call<R extends { kind: string }>(net: Net, isAlive: () => boolean, { serve, lost }: { serve: () => Promise<R>; lost: R }): Promise<R> {
  const { world, faults } = net;
  return new Promise((resolve) => {
    const finish = (result: R) => isAlive() && resolve(result);
    world.after(DEADLINE, () => finish(lost));
    const deliver = (delay: number) =>
      world.after(delay, () => {
        const answer = (result: R) => {
          if (!world.chance(net.faults.dropAnswer))
            world.after(1 + world.below(net.faults.latency), () => finish(world.chance(net.faults.garbage) ? lost : result));
        };
        // No valid request may make the server fail; a phone would only see a 5xx.
        serve().then(answer, (error: unknown) => net.auditor.violate('5xx', String(error)));
      });
    if (!world.chance(faults.dropRequest) && !world.chance(faults.hang)) deliver(1 + world.below(faults.latency));
    if (world.chance(faults.duplicate)) deliver(1 + world.below(500));
  });
}

export function simulatedTransport(net: Net, person: Person, isAlive: () => boolean): Transport {
  return {
    exchange: (request) => {
      const wire = JSON.stringify(request);
      return call<TransportResult>(net, isAlive, { serve: () => serve(net, person, wire), lost: unknown });
    },
  };
}

async function serve(net: Net, person: Person, wire: string): Promise<TransportResult> {
  if (!net.sessions.has(person.user)) return { kind: 'signed_out' };
  const request: ExchangeRequestWire = JSON.parse(wire);
  if ((request.ops?.length ?? 0) > net.faults.largestBatch) {
    net.auditor.cover('too_large');
    return { kind: 'too_large' };
  }
  coverLostAnswer(net, person, request);
  const answer = await exchange(serverPorts(net), senderOf(person), exchangeRequestSchema.parse(request));
  const read = exchangeAnswerSchema.parse(JSON.parse(JSON.stringify(answer)));
  net.auditor.seeAnswer(person, read);
  return { kind: 'answer', answer: net.world.chance(net.faults.wrongNonce) ? { ...read, nonce: 'of somebody else' } : read };
}

/** The first answer was lost, the work was done: what is sent is there already. */
function coverLostAnswer({ server, auditor }: Net, { org }: Person, { ops }: ExchangeRequestWire): void {
  const [first] = ops ?? [];
  const id = typeof first === 'object' && first !== null && 'id' in first ? first.id : null;
  if (server.data(org).operations.some((one) => one.id === id)) auditor.cover('lost_answer_acked');
}

export function simulatedPhotoTransport(net: Net, { org, user }: Person, isAlive: () => boolean): PhotoTransport {
  const guarded = (serve: () => UploadResult) =>
    call<UploadResult>(net, isAlive, { serve: async () => (net.sessions.has(user) ? serve() : { kind: 'signed_out' }), lost: unknown });
  const key = (sha: string) => `${org} ${sha}`;
  const stand = (sha: string): UploadResult => {
    const photo = [...net.server.data(org).photos.values()].find((one) => (one.sha as string) === sha);
    if (photo === undefined) return { kind: 'not_named' };
    if (photo.isStored) net.auditor.confirmed.set(photo.sha, net.auditor.restores);
    return { kind: 'at', at: photo.received, stored: photo.isStored };
  };
  return {
    offset: (sha) => guarded(() => stand(sha)),
    send: (sha, { at, total, bytes }) =>
      guarded(() => {
        const data = net.server.data(org);
        const photo = data.photos.get(sha);
        if (photo === undefined || photo.isStored || photo.received !== at) return stand(sha);
        if (at > 0) net.auditor.cover('photo_resumed');
        const all = [...(at === 0 ? [] : (net.blobs.get(key(sha)) ?? [])), ...new Uint8Array(bytes)];
        const isWhole = all.length >= total;
        const isTrue = isWhole && mixHash(Uint8Array.from(all)) === (sha as string);
        net.blobs.set(key(sha), isWhole && !isTrue ? [] : all);
        data.photos.set(sha, { ...photo, received: isWhole && !isTrue ? 0 : all.length, isStored: isTrue });
        return stand(sha);
      }),
  };
}
