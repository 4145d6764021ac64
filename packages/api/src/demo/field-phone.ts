import { randomBytes } from 'node:crypto';
import {
  type DeviceId,
  deviceIdSchema,
  type Envelope,
  type ExecutionId,
  type OperationId,
  type OperationKind,
  operationIdSchema,
  type Payload,
  type UserId,
  uuidv7,
} from '@heliograph/domain';
import { type ExchangeAnswerWire, type ExchangeRequest, exchangeRequestSchema } from '@heliograph/sync';

/** What somebody does, before it has a number. */
export interface Act<K extends OperationKind> {
  readonly k: K;
  readonly x: ExecutionId;
  readonly s?: string;
  /** What it replaces, as far as the person could see. */
  readonly b?: readonly OperationId[];
  readonly p: Payload<K>;
  /** ms */
  readonly at: number;
}

/** A phone played by a script: it numbers what its person does as a real one would, and delivers through the real exchange. */
export interface FieldPhone {
  readonly user: UserId;
  readonly device: DeviceId;
  record<K extends OperationKind>(act: Act<K>): Envelope;
  /** Sends what was recorded since the last time. */
  send(): Promise<ExchangeAnswerWire>;
}

/** @param zone minutes east of UTC where the phone is, at an instant */
export function fieldPhone(
  user: UserId,
  exchange: (request: ExchangeRequest) => Promise<ExchangeAnswerWire>,
  zone: (at: number) => number,
): FieldPhone {
  const device = deviceIdSchema.parse(crypto.randomUUID());
  let unsent: Envelope[] = [];
  let next = 1;

  return {
    user,
    device,
    record: ({ k, x, s, b = [], p, at }) => {
      const id = operationIdSchema.parse(uuidv7(at, randomBytes(10)));
      const where = { ...(s === undefined ? {} : { s }), ...(b.length === 0 ? {} : { b: [...b] }) };
      // An execution's id is an operation's `x`.
      const operation: Envelope = { i: next++, id, k, v: 1, x: x as string as Envelope['x'], ...where, p, w: at, z: zone(at), o: 0, n: 1 };
      unsent.push(operation);
      return operation;
    },
    send: async () => {
      const ops = unsent;
      unsent = [];
      return exchange(exchangeRequestSchema.parse({ proto: 1, build: 'demo', user, dev: device, nonce: randomBytes(9).toString('base64url'), ops }));
    },
  };
}
