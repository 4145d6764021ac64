import { textsHolding } from '@heliograph/db/testing';
import { nameOfCode } from '@heliograph/domain';
import { visibleText } from '@heliograph/domain/assistant';
import type { AnyTRPCProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { type OpenDoor, openDoor } from '../testing/door.ts';
import { type TestServer, testServer } from '../testing/index.ts';
import { NAUGHTY, UNSTORABLE } from '../testing/naughty-strings.ts';
import { type TextField, textFields } from '../testing/text-fields.ts';
import { appRouter } from '../trpc/router.ts';

/** Texts that name something or keep a secret: a person's words are refused there, whatever the schema takes. */
const NO_WORDS: Readonly<Record<string, readonly string[]>> = {
  'ai.update': ['.question.model', '.strong.model', '.photo.model'],
  'asset.create': ['.pattern'],
  'auth.signIn': ['.email', '.password', '.organisation'],
  // Longer than any password in most of its packs; kept as a hash alone.
  'auth.changePassword': ['.current', '.next'],
  'auth.confirm': ['.password'],
  'device.dismiss': ['.handle'],
  'invitation.accept': ['.password'],
  'organisation.update': ['.timeZone'],
  'procedure.import': ['.text'],
  'provider.test': ['.model'],
  'site.create': ['.timeZone'],
  'site.update': ['.timeZone'],
  'vision.decide': ['.defects[].text'],
};

/** Names of procedures, tips and proposals, wherever they stand. */
const NAMES: readonly string[] = ['.slug', '.id'];

/** What a night sends whole, a day sends in part: each field two packs, another two than its neighbour. */
const IS_NIGHT = process.env.PROPERTIES === 'drawn-anew';
const BY_DAY = 2;

// tRPC types its record of procedures loosely: each holds the schemas of its input.
const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure & { _def: { inputs: readonly z.core.$ZodType[] } }>;
const doors = Object.entries(procedures).flatMap(([path, { _def }]) => {
  const isMutation = _def.type === 'mutation' && path !== 'setup.create';
  // A whole document is what `procedure.saveDraft` takes, under the same schema.
  const fields = isMutation
    ? _def.inputs.flatMap(textFields).filter((field) => path === 'procedure.saveDraft' || !field.path.startsWith('.document'))
    : [];
  return fields.length === 0 ? [] : [{ path, fields }];
});

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** A text on its way into a field: found again wherever it is stored by its first letters. */
interface Sent {
  readonly field: TextField;
  readonly text: string;
}

const MARK = 'mk00000';
let marks = 0;
const marked = (text: string) => `mk${(marks++).toString(36).padStart(MARK.length - 2, '0')}${text}`;
const markOf = (text: string) => text.slice(0, MARK.length);

/** As many of the naughty texts together as the field has room for, until all that fit are in one. */
function packs(most: number): readonly string[] {
  const room = most - MARK.length;
  const done: string[] = [];
  for (const text of NAUGHTY.filter(({ length }) => length <= room)) {
    const last = done.pop();
    const longer = last === undefined ? text : `${last} ${text}`;
    done.push(...(longer.length <= room ? [longer] : [last ?? '', text]));
  }
  return done;
}

function textsFor(fields: readonly TextField[]): readonly Sent[] {
  return fields
    .filter(({ isFree }) => isFree)
    .flatMap((field, at) => {
      const all = packs(field.most);
      const some = IS_NIGHT ? all : all.filter((_, n) => (n - at * BY_DAY + all.length * at * BY_DAY) % all.length < BY_DAY);
      return some.map((text) => ({ field, text: marked(text) }));
    });
}

/** As many of them in one input as do not stand in each other's place, which their marks alone tell. */
function together(waiting: readonly Sent[], given: unknown): { readonly input: unknown; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  let places = given;
  for (const one of waiting) {
    const next = one.field.put(places, markOf(one.text));
    const kept = JSON.stringify(next);
    if (![...sent, one].every(({ text }) => kept.includes(markOf(text)))) continue;
    sent.push(one);
    places = next;
  }
  return { input: sent.reduce((input, { field, text }) => field.put(input, text), given), sent };
}

/** Whether it was let in. Whatever is said, it is no bug and nobody else's word. */
async function isTaken({ send }: OpenDoor, input: unknown): Promise<boolean> {
  const { status, text } = await send(input);
  expect(status, JSON.stringify(input)).toBeLessThan(500);
  expect(text).not.toContain(server.other.canary);
  return status < 300 && !/"code":"[A-Z_]+"/.test(text);
}

/** What is made of a text by design: a name for an address or a file, of a number one for its position, a title cut short, a question without what nobody can see. */
const isDerived = (stored: string, text: string) =>
  /^[\w-]+$/.test(stored) ||
  stored === nameOfCode(text) ||
  (stored.endsWith('…') && text.startsWith(stored.slice(0, -1))) ||
  stored.includes(visibleText(text));

async function standToTheLetter(sent: readonly Sent[]): Promise<readonly TextField[]> {
  const stored = await textsHolding(
    server.deps.db,
    sent.map(({ text }) => markOf(text)),
  );
  const changed = stored.filter((one) => !sent.some(({ text }) => one.includes(text) || (one.includes(markOf(text)) && isDerived(one, text))));
  expect(changed).toEqual([]);
  return sent.map(({ field }) => field);
}

const halves = (sent: readonly Sent[]) => [sent.slice(0, sent.length / 2), sent.slice(sent.length / 2)];

/** Sends them all, many at once where they are taken, else fewer. Gives the fields that took one. */
async function fill(door: OpenDoor, waiting: readonly Sent[]): Promise<readonly TextField[]> {
  const { input, sent } = together(waiting, await door.given());
  const left = waiting.filter((one) => !sent.includes(one));
  const taken: TextField[] = [];
  if (await isTaken(door, input)) taken.push(...(await standToTheLetter(sent)));
  else if (sent.length > 1) for (const half of halves(sent)) taken.push(...(await fill(door, half)));
  return left.length === 0 ? taken : [...taken, ...(await fill(door, left))];
}

describe.each(doors)('$path', ({ path, fields }) => {
  const isOfWords = ({ field }: Sent) => ![...NAMES, ...(NO_WORDS[path] ?? [])].includes(field.path);

  test('takes what people write to the letter, and nothing of theirs where it takes no words', async () => {
    const door = await openDoor(server, path);
    const texts = textsFor(fields);
    const words = texts.filter(isOfWords);
    const taken = words.length === 0 ? [] : await fill(door, words);
    expect(words.flatMap(({ field }) => (taken.includes(field) ? [] : [field.path]))).toEqual([]);
    const given = await door.given();
    for (const { field, text } of texts.filter((one) => !isOfWords(one))) await isTaken(door, field.put(given, text));
  });

  test('holds nothing half that no database can hold', async () => {
    const door = await openDoor(server, path);
    const given = await door.given();
    const texts = fields.flatMap((field, at) => {
      const some = IS_NIGHT ? UNSTORABLE : UNSTORABLE.filter((_, n) => n === at % UNSTORABLE.length);
      return some.map((text) => ({ field, text: marked(text) }));
    });
    for (const { field, text } of texts) await isTaken(door, field.put(given, text));
    expect(
      await textsHolding(
        server.deps.db,
        texts.map(({ text }) => markOf(text)),
      ),
    ).toEqual([]);
  });
});
