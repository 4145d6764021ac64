import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../testing/sha256.ts';
import { canonicalJson, procedureHash, utf8 } from './canonical.ts';

/** Appendix B of RFC 8785: the bits of a double, and how it is written. */
const NUMBERS = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
] as const;

function double(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe('the vectors of RFC 8785', () => {
  test.each(NUMBERS)('the double %s is written %s', (hex, written) => expect(canonicalJson(double(hex))).toBe(written));

  test('section 3.2.2: primitives', () => {
    const input = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    );
    const output = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalJson(input)).toBe(output);
  });

  test('section 3.2.3: keys are sorted by UTF-16 code units, whatever the language', () => {
    const input = { '\u20ac': 'Euro', '\r': 'Return', '\ufb33': 'Dalet', '1': 'One', '\ud83d\ude00': 'Face', '\u0080': 'Control', '\u00f6': 'O' };
    expect([...canonicalJson(input).matchAll(/:"(\w+)"/g)].map(([, name]) => name)).toEqual([
      'Return',
      'One',
      'Control',
      'O',
      'Euro',
      'Face',
      'Dalet',
    ]);
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order in which fields were written, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }], [() => 1], [[undefined]], [10n]])(
    'refuses what JSON cannot hold: %o',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  test('a field left undefined is a field left out', () => expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}'));
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

describe('the hash of a procedure', () => {
  test('UTF-8 is written as everywhere', () => {
    expect([...utf8('aé€😀')]).toEqual([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]);
  });

  test('is the SHA-256 of the canonical bytes', async () => {
    expect(await procedureHash({}, sha256)).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  test('any changed letter is another version', async () => {
    expect(await procedureHash({ title: 'a' }, sha256)).not.toBe(await procedureHash({ title: 'b' }, sha256));
  });
});
