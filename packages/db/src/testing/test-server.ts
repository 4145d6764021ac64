import { createHmac, randomBytes } from 'node:crypto';
import type { DeviceId, Envelope } from '@heliograph/domain';
import { type ExchangeAnswerWire, type ExchangeRequestWire, exchangeRequestSchema, type OkAnswer, PROTOCOL } from '@heliograph/sync';
import { exchange, type Sender, type ServerPorts } from '@heliograph/sync/server';
import type { Database } from '../database/handle.ts';
import { serverStore } from '../sync/server-store.ts';
import { newId } from './plant.ts';

/** The real engine over this database. */
export const testPorts = (db: Database): ServerPorts => ({
  store: serverStore(db),
  seal: { sign: (text) => createHmac('sha256', 'test').update(text).digest('base64url').slice(0, 22) },
  now: Date.now,
  mark: () => randomBytes(9).toString('base64url'),
});

/** The least of a phone: it sends what it is told to, and remembers what it was answered. */
export class TestPhone {
  readonly device: DeviceId;
  readonly #ports: ServerPorts;
  readonly #sender: Sender;
  inc: string | null = null;
  cur: string | null = null;
  seen: string | null = null;

  constructor(ports: ServerPorts, sender: Sender, device = newId<DeviceId>()) {
    this.#ports = ports;
    this.#sender = sender;
    this.device = device;
  }

  send(ops: readonly unknown[] = [], rest: Partial<ExchangeRequestWire> = {}): Promise<ExchangeAnswerWire> {
    const wire = { proto: PROTOCOL, user: this.#sender.user, dev: this.device, nonce: newId(), inc: this.inc, cur: this.cur, seen: this.seen };
    return exchange(this.#ports, this.#sender, exchangeRequestSchema.parse({ ...wire, ops, ...rest }));
  }

  /** Sends, expects to be understood, and takes over what the answer says. */
  async sync(ops: readonly Envelope[] = [], rest: Partial<ExchangeRequestWire> = {}): Promise<Partial<OkAnswer> & Pick<OkAnswer, 'ack'>> {
    const answer = await this.send(ops, rest);
    if (answer.kind !== 'ok') throw new Error(`answered ${answer.kind}`);
    this.inc = answer.inc;
    this.cur = answer.cur ?? this.cur;
    this.seen = answer.seen ?? this.seen;
    // Written by the engine of this build: what goes out is what its own schema reads.
    return answer as Partial<OkAnswer> & Pick<OkAnswer, 'ack'>;
  }
}
