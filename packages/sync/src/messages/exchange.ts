import {
  assetSchema,
  deviceIdSchema,
  envelopeSchema,
  executionIdSchema,
  LIMITS,
  languageSchema,
  operationIdSchema,
  photoHashSchema,
  procedureHashSchema,
  readyRemarkSchema,
  siteSchema,
  storable,
  tipLinksSchema,
  tipPhotoSchema,
  tipStateSchema,
  userIdSchema,
} from '@heliograph/domain';
import * as z from 'zod/mini';

export const PROTOCOL = 1;

/** An opaque, signed mark of the server's past: organisation, incarnation, number and the random mark written with that number. */
const tokenSchema = z.string().check(z.maxLength(400));

/** Position of a device in the server's log: never the number alone, a copied phone shares numbers with its twin. */
export const positionSchema = z.object({ i: z.int().check(z.nonnegative()), id: z.nullable(operationIdSchema) });
export type Position = z.infer<typeof positionSchema>;
export const START: Position = { i: 0, id: null };

/** What still waits on a phone. `since`: when the oldest of it was recorded, by the server's clock as far as the phone knows it, ms. */
const pendingSchema = z.object({ ops: z.int(), photos: z.int(), bytes: z.number(), since: z.optional(z.int()) });
/** What a phone had and found gone at its start (H3): told until it is heard. `at`: device wall clock, ms. `dev`: the outbox it was in; an older app does not say. */
const lostSchema = z.object({
  ops: z.int().check(z.nonnegative()),
  photos: z.int().check(z.nonnegative()),
  at: z.int(),
  dev: z.optional(deviceIdSchema),
});
export type Lost = z.infer<typeof lostSchema>;

/** Held operations that a phone asks about at once: 8 kB. */
export const MOST_ASKED = 200;

/** What a phone sends. Empty fields are left out on the wire; operations are checked one by one by the engine, never all or nothing. */
export const exchangeRequestSchema = z.object({
  proto: z.int(),
  /** Told to people who look after phones: a strange one holds nothing up. */
  build: z._default(z.string().check(z.maxLength(100), z.overwrite(storable)), ''),
  user: userIdSchema,
  dev: deviceIdSchema,
  /** Echoed: an answer without it is somebody else's (a portal, a cache). */
  nonce: z.string().check(z.minLength(1), z.maxLength(64)),
  inc: z._default(z.nullable(z.string().check(z.maxLength(64))), null),
  /** Last acknowledged position of this device. */
  ack: z.optional(positionSchema),
  /** Token of the highest number any answer has shown this outbox; proves a restored server. */
  seen: z._default(z.nullable(tokenSchema), null),
  ops: z._default(z.array(z.unknown()).check(z.maxLength(LIMITS.batchOperations)), []),
  cur: z._default(z.nullable(tokenSchema), null),
  pending: z.optional(pendingSchema),
  lost: z.optional(lostSchema),
  /** Operations that this phone was told are held: it asks what became of them. */
  held: z._default(z.array(operationIdSchema).check(z.maxLength(MOST_ASKED)), []),
  sent: z._default(z.int(), 0),
  want: z._default(z.int().check(z.minimum(1), z.maximum(2000)), 500),
});
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;
/** A request as it is written: what has a default may be left out. */
export type ExchangeRequestWire = z.input<typeof exchangeRequestSchema>;

/** An operation as the server's log tells it: the envelope without the counter, plus position, actor, arrival and flags. */
export const logRowSchema = z.extend(z.omit(envelopeSchema, { i: true }), {
  q: z.int(),
  a: userIdSchema,
  t: z.int(),
  f: z.optional(z.array(z.string())),
});
export type LogRow = z.infer<typeof logRowSchema>;

/** A person's name, for records of colleagues. Nothing else about them travels. */
export const personRefSchema = z.object({ id: userIdSchema, name: z.string() });
/** A published procedure: enough to list and to know which bytes to fetch. */
export const procedureRefSchema = z.object({ id: z.string(), slug: z.string(), version: z.int(), hash: procedureHashSchema, publishedAt: z.int() });
/**
 * Know-how, as the person may read it. What is optional an older phone passes over: it shows title and text of a tip, wherever it belongs.
 */
export const tipRefSchema = z.object({
  id: z.string(),
  title: z.object({ fr: z.string(), en: z.string() }),
  content: z.object({ fr: z.string(), en: z.string() }),
  category: z.string(),
  tags: z.array(z.string()),
  links: z.optional(tipLinksSchema),
  photos: z.optional(z.array(tipPhotoSchema)),
  /** Written in this language alone. */
  language: z.optional(languageSchema),
  author: z.optional(userIdSchema),
  version: z.optional(z.int()),
  useful: z.optional(z.int()),
  /** The person found it useful. */
  rated: z.optional(z.boolean()),
  /** To its author alone: what became of the version shown. */
  state: z.optional(z.enum([...tipStateSchema.options, 'archived'])),
  /** Why it was sent back. */
  reason: z.optional(z.string()),
});
export const organisationRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** What the phone may keep of the place where an answer was made. */
  placePolicy: z.enum(['off', 'distance', 'exact']),
  photoSide: z.int(),
  /** Photos wait for Wi-Fi; an older server does not say it. */
  photosWifiOnly: z.optional(z.boolean()),
  /** Ready remarks, once the organisation has written its own. */
  remarks: z.optional(z.array(readyRemarkSchema)),
});
/** A limit that an authorised person confirmed, laid over a version (decision 10). */
export const confirmationRefSchema = z.object({ id: z.string(), hash: procedureHashSchema, step: z.string(), by: userIdSchema, at: z.int() });

const refOf = <K extends string, S extends z.core.$ZodType>(kind: K, body: S) =>
  z.object({ kind: z.literal(kind), id: z.string(), q: z.int(), body: z.nullable(body) });
/** Reference rows ride in the exchange; a null body is a tombstone. */
export const refRowSchema = z.discriminatedUnion('kind', [
  refOf('site', siteSchema),
  refOf('asset', assetSchema),
  refOf('person', personRefSchema),
  refOf('procedure', procedureRefSchema),
  refOf('tip', tipRefSchema),
  refOf('organisation', organisationRefSchema),
  refOf('confirmation', confirmationRefSchema),
]);
export type RefRow = z.infer<typeof refRowSchema>;
export type RefKind = RefRow['kind'];

/** `rejected`: never applied, kept on both sides. `held`: stored, applied once the server understands it. */
export const asideSchema = z.object({
  id: operationIdSchema,
  state: z.enum(['rejected', 'held']),
  code: z.enum([
    'schema',
    'unknown_execution',
    'unknown_step',
    'unknown_procedure',
    'not_yours',
    'moved',
    'too_large',
    'internal',
    'newer_kind',
    'follows_held',
  ]),
  msg: z.optional(z.string()),
});
export type Aside = z.infer<typeof asideSchema>;
export type AsideCode = Aside['code'];

const answer = { proto: z.int(), nonce: z.string(), now: z.int() };
const empty = <S extends z.core.$ZodType>(schema: S) => z._default(z.array(schema), []);

export const okAnswerSchema = z.object({
  kind: z.literal('ok'),
  ...answer,
  inc: z.string(),
  ack: positionSchema,
  /** Token of the server's head when it answered, kept beside the acknowledgement; left out when it is the one that was sent. */
  seen: z.optional(tokenSchema),
  aside: empty(asideSchema),
  /** Of the held ones that were asked about: applied since, whether or not its log is still this person's to read. */
  applied: empty(operationIdSchema),
  /** Executions that left the scope. */
  drop: empty(executionIdSchema),
  /** Executions that entered it, whole. */
  full: empty(z.object({ x: executionIdSchema, ops: z.array(logRowSchema) })),
  ops: empty(logRowSchema),
  refs: empty(refRowSchema),
  /** The cursor this answer leads to; it starts from the one that was sent. Left out when nothing moved. */
  cur: z.optional(tokenSchema),
  more: z._default(z.boolean(), false),
  procs: empty(procedureHashSchema),
  /** Photos the server knows by name and lacks the bytes of, with the offset to resume from. */
  blobs: empty(z.object({ sha: photoHashSchema, at: z.int() })),
});
export type OkAnswer = z.infer<typeof okAnswerSchema>;

/** Outcomes of the protocol are values inside a 200; HTTP errors are for transport, session and limits (decision 18). */
export const exchangeAnswerSchema = z.discriminatedUnion('kind', [
  okAnswerSchema,
  /** `seen`: proves the acknowledgement beside it, should this server be put back once more before it is heard. An older server does not say it. */
  z.object({ kind: z.literal('incarnation'), ...answer, inc: z.string(), ack: positionSchema, seen: z.optional(tokenSchema) }),
  z.object({ kind: z.literal('fork'), ...answer, inc: z.string() }),
  z.object({ kind: z.literal('gap'), ...answer, inc: z.string(), ack: positionSchema }),
  z.object({ kind: z.literal('wrong_user'), ...answer }),
  z.object({ kind: z.literal('update'), ...answer }),
]);
export type ExchangeAnswer = z.infer<typeof exchangeAnswerSchema>;
/** An answer as it is written: empty fields left out, so that nothing new stays under 300 B. */
export type ExchangeAnswerWire = z.input<typeof exchangeAnswerSchema>;
