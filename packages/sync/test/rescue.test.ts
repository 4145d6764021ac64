import { createHash } from 'node:crypto';
import { type Envelope, organisationIdSchema, photoHashSchema, userIdSchema } from '@heliograph/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteSource, DamagedRescue, readRescue, writeRescue } from '../src/rescue/index.ts';
import { operationOf } from './operation.ts';

const hasher = { sha256: async (bytes: ArrayBuffer | Uint8Array) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex') };
const uuid = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const sourceOf = (file: Uint8Array): ByteSource => ({
  size: file.byteLength,
  read: async (from, to) => new Uint8Array(file.slice(from, to)),
  text: async (from, to) => new TextDecoder().decode(file.slice(from, to)),
});

async function fileOf(operations: readonly Envelope[], pictures: readonly string[]): Promise<Uint8Array> {
  const bytes = pictures.map((one) => new TextEncoder().encode(one));
  const photos = await Promise.all(
    bytes.map(async (one) => ({ sha: photoHashSchema.parse(await hasher.sha256(one)), size: one.byteLength, mime: 'image/jpeg' })),
  );
  const head = {
    org: organisationIdSchema.parse(uuid(1)),
    orgName: 'Soleil',
    user: userIdSchema.parse(uuid(2)),
    name: 'Élodie',
    made: 5,
    build: 'b',
    photos,
  };
  const text = await writeRescue(head, operations, hasher);
  return Buffer.concat([text, ...bytes]);
}

const OPERATIONS = [operationOf(1), operationOf(2, { p: { text: 'mesuré à 12 °C ☀\nsur deux lignes' } }), operationOf(3)];
const faultOf = async (file: Uint8Array) => {
  const error = await readRescue(sourceOf(file), hasher).catch((found: unknown) => found);
  return error instanceof DamagedRescue ? error.fault : null;
};

describe('a rescue file', () => {
  test('brings back what was written: whose it is, every record, every photo', async () => {
    const rescue = await readRescue(sourceOf(await fileOf(OPERATIONS, ['une photo', 'une autre'])), hasher);
    expect(rescue.head).toMatchObject({ name: 'Élodie', operations: 3 });
    expect(rescue.operations).toEqual(OPERATIONS);
    const second = rescue.head.photos[1];
    expect(second && new TextDecoder().decode(await rescue.photo(second.sha))).toBe('une autre');
  });

  test('of nothing is a file too', async () => {
    expect((await readRescue(sourceOf(await fileOf([], [])), hasher)).operations).toEqual([]);
  });

  test('tells where it is damaged', async () => {
    const file = await fileOf(OPERATIONS, ['une photo', 'une autre']);
    const text = new TextDecoder().decode(file);
    const changed = (from: string, to: string) => new TextEncoder().encode(text.replace(from, to));
    expect(await faultOf(changed('deux lignes', 'deux signes'))).toEqual({ kind: 'record', n: 2, of: 3 });
    expect(await faultOf(changed('une autre', 'une aubre'))).toEqual({ kind: 'photo', n: 2, of: 2 });
    expect(await faultOf(changed('Soleil', 'Soleul'))).toEqual({ kind: 'head' });
    expect(await faultOf(changed('heliograph-rescue 1', 'heliograph-rescue 2'))).toEqual({ kind: 'newer' });
    expect(await faultOf(file.slice(0, -1))).toEqual({ kind: 'photo', n: 2, of: 2 });
    expect(await faultOf(Buffer.concat([file, Buffer.from('x')]))).toEqual({ kind: 'longer' });
    expect(await faultOf(Buffer.concat([await fileOf(OPERATIONS, []), Buffer.from('x')]))).toEqual({ kind: 'longer' });
    expect(await faultOf(new TextEncoder().encode('%PDF-1.7\n…'))).toEqual({ kind: 'not_ours' });
    expect(await faultOf(new Uint8Array())).toEqual({ kind: 'not_ours' });
  });

  test('is never half believed: whatever byte is changed or cut, it is refused', async () => {
    const file = await fileOf(OPERATIONS, ['une photo']);
    const changes = fc.record({ at: fc.nat({ max: file.byteLength - 1 }), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(changes, async ({ at, by }) => {
        const copy = new Uint8Array(file);
        copy[at] = (copy[at] ?? 0) ^ by;
        expect(await faultOf(copy)).not.toBeNull();
        expect(await faultOf(file.slice(0, at))).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
