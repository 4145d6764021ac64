import * as z from 'zod/mini';
import { decimalSchema } from '../decimal.ts';
import { assetIdSchema, operationIdSchema, photoHashSchema, procedureHashSchema, siteIdSchema, userIdSchema } from '../ids.ts';
import { plainText } from '../text.ts';
import { tipIdSchema, tipNoteSchema } from '../tip/tip.ts';

/** Why a person did something: never empty, so that the reader of the record learns something. */
const reason = plainText(1000).check(z.minLength(1, 'a reason is needed'));

/** Roles held for one execution, declared at `start` or later; being an admin of the office gives none of them. */
export const fieldRoleSchema = z.enum(['technician', 'team_lead', 'lockout_officer', 'second_person']);
export type FieldRole = z.infer<typeof fieldRoleSchema>;

/** Where a photo or an answer was made, as far as the organisation's policy lets the phone keep it. */
export const placeSchema = z.union([
  z.object({ policy: z.literal('distance'), metres: z.number(), accuracy: z.number() }),
  z.object({ policy: z.literal('exact'), lat: z.number(), lon: z.number(), accuracy: z.number() }),
]);
export type Place = z.infer<typeof placeSchema>;

/** What the phone showed when the answer was given. Kept for ever: later changes of rules never rewrite a verdict. */
export const shownVerdictSchema = z.object({
  outcome: z.enum(['pass', 'watch', 'fail', 'none']),
  /** Distance to the limit crossed, in the reading's unit. */
  by: z.optional(decimalSchema),
  min: z.optional(decimalSchema),
  max: z.optional(decimalSchema),
  expected: z.optional(decimalSchema),
  /** Inputs of the formula, by their name. */
  inputs: z.optional(z.record(z.string(), decimalSchema)),
});
export type ShownVerdict = z.infer<typeof shownVerdictSchema>;

/** A day at the site, as people say it. */
export const daySchema = z.string().check(
  z.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not a day'),
  z.refine((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true, 'no such day'),
);

/** What was told to the office before anybody went: what was seen, which alarm, by whom or by which system. */
export const reportedSchema = z.object({
  symptom: z.optional(plainText(1000)),
  alarm: z.optional(plainText(200)),
  source: z.optional(plainText(200)),
});
export type Reported = z.infer<typeof reportedSchema>;

/** Who is given one piece of work: more would not fit into an operation, and is no crew. */
export const MOST_PEOPLE = 50;
const people = z.array(userIdSchema).check(z.minLength(1, 'nobody is named'), z.maxLength(MOST_PEOPLE));

const stroke = z.array(z.number()).check(z.maxLength(4096));

const photoShape = {
  sha: photoHashSchema,
  size: z.int(),
  mime: z.literal('image/jpeg'),
  width: z.int(),
  height: z.int(),
  /** Device wall clock at capture, ms. */
  taken: z.int(),
  /** Hash of the camera's own file before it was shrunk. */
  original: z.optional(photoHashSchema),
  place: z.optional(placeSchema),
  caption: z.optional(plainText(500)),
};

/** One entry a kind of operation: `version -> payload`. Entries are added, never changed: phones in drawers still hold old ones. */
export const operationPayloads = {
  start: z.object({
    procedure: procedureHashSchema,
    site: siteIdSchema,
    asset: z.optional(assetIdSchema),
    roles: z.array(fieldRoleSchema),
  }),
  /** Adds a row to a repeat whose asset holds no list. `item` is the uuid that later addresses end with. */
  item: z.object({ over: plainText(64), item: operationIdSchema, label: plainText(200) }),
  step: z.object({
    kind: plainText(64),
    response: z.record(z.string(), z.unknown()),
    verdict: z.optional(shownVerdictSchema),
    place: z.optional(placeSchema),
  }),
  clear: z.object({}),
  skip: z.object({ reason }),
  /** A hold point is never skipped, only refused. */
  refuse: z.object({ reason }),
  suspend: z.object({ reason }),
  resume: z.object({}),
  /** A supervisor lets a halted run go on past the operation that halted it. */
  release: z.object({ halt: operationIdSchema, reason }),
  waive: z.object({ certifications: z.array(plainText(64)), reason }),
  /** The second person present: somebody of the organisation, or a name. */
  second: z.object({ user: z.optional(userIdSchema), name: plainText(200) }),
  role: z.object({ user: z.optional(userIdSchema), roles: z.array(fieldRoleSchema) }),
  comment: z.object({ text: plainText(4000).check(z.minLength(1, 'empty comment')) }),
  photo: z.object(photoShape),
  /** An overlay; the evidence itself is never touched. Coordinates are fractions of width and height. */
  'photo.mark': z.object({
    photo: operationIdSchema,
    marks: z
      .array(z.object({ shape: z.enum(['arrow', 'circle']), from: z.tuple([z.number(), z.number()]), to: z.tuple([z.number(), z.number()]) }))
      .check(z.maxLength(50)),
  }),
  'photo.remove': z.object({ photo: operationIdSchema }),
  sign: z.object({
    role: fieldRoleSchema,
    name: plainText(200).check(z.minLength(1, 'a name is needed')),
    /** Each stroke is x0,y0,x1,y1… in a 1000 × 400 box. */
    strokes: z.array(stroke).check(z.minLength(1, 'empty signature'), z.maxLength(200)),
    /** SHA-256 over the sorted head ids of the execution at signing. */
    basis: plainText(64),
  }),
  conditions: z.object({
    irradiance: z.optional(decimalSchema),
    moduleTemperature: z.optional(decimalSchema),
    airTemperature: z.optional(decimalSchema),
    wind: z.optional(decimalSchema),
    sky: z.optional(plainText(64)),
    instruments: z.optional(z.array(z.object({ name: plainText(200), serial: plainText(100), calibrated: z.optional(plainText(10)) }))),
  }),
  complete: z.object({ basis: z.optional(plainText(64)) }),
  reopen: z.object({ reason }),
  review: z.object({ outcome: z.enum(['approve', 'return']), seen: z.int(), note: z.optional(plainText(4000)), step: z.optional(plainText(200)) }),
  assign: z.object({ users: z.array(userIdSchema) }),
  cancel: z.object({ reason }),
  /** Opens the execution as planned, on one version, for these people; said again, it moves the day or changes the note. */
  plan: z.object({
    procedure: procedureHashSchema,
    site: siteIdSchema,
    asset: z.optional(assetIdSchema),
    day: daySchema,
    users: people,
    note: z.optional(plainText(4000)),
    reported: z.optional(reportedSchema),
  }),
  /** Takes people off. What they recorded stays, and what they still send is stored with a mark. */
  unassign: z.object({ users: people, reason: z.optional(plainText(1000)) }),
  /** Writes a whole version of a tip; `x` is the tip. Its photos were announced before it. */
  tip: z.extend(tipNoteSchema, { submit: z.boolean() }),
  'tip.photo': z.object(photoShape),
  /** Once per person, the last word counts. Named in the payload: a starter tip's id is a word. */
  'tip.rate': z.object({ tip: tipIdSchema, useful: z.boolean() }),
} as const;

export type OperationKind = keyof typeof operationPayloads;
export type Payload<K extends OperationKind> = z.infer<(typeof operationPayloads)[K]>;
