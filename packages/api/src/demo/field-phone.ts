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

/** What a phone keeps from one day to the next. */
export interface Pocket {
  readonly device: DeviceId;
  /** Counter of the next operation. */
  next: number;
}
export const newPocket = (): Pocket => ({ device: deviceIdSchema.parse(crypto.randomUUID()), next: 1 });

interface Making {
  readonly user: UserId;
  readonly pocket: Pocket;
  exchange(request: ExchangeRequest): Promise<ExchangeAnswerWire>;
  /** Minutes east of UTC where the phone is, at an instant. */
  zone(at: number): number;
}

export function fieldPhone({ user, pocket, exchange, zone }: Making): FieldPhone {
  const { device } = pocket;
  let unsent: Envelope[] = [];

  return {
    user,
    device,
    record: ({ k, x, s, b = [], p, at }) => {
      const id = operationIdSchema.parse(uuidv7(at, randomBytes(10)));
      const where = { ...(s === undefined ? {} : { s }), ...(b.length === 0 ? {} : { b: [...b] }) };
      // An execution's id is an operation's `x`.
      const operation: Envelope = { i: pocket.next++, id, k, v: 1, x: x as string as Envelope['x'], ...where, p, w: at, z: zone(at), o: 0, n: 1 };
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
