import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_REMARKS, holdsRemark, readyRemarksSchema, remarksFor, toggleRemark } from './index.ts';

const line = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\n') && text.trim() !== '');

test('put in by touch and taken out by touch, a remark leaves what was typed as it was', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), line, (lines, remark) => {
      fc.pre(!lines.includes(remark));
      const text = lines.join('\n');
      const put = toggleRemark(text, remark);
      expect(holdsRemark(put, remark)).toBe(true);
      expect(toggleRemark(put, remark)).toBe(text);
    }),
  );
});

test('two remarks stand on a line each, and each is taken out alone', () => {
  const two = toggleRemark(toggleRemark('', 'Non mesuré'), 'Accès impossible');
  expect(two).toBe('Non mesuré\nAccès impossible');
  expect(toggleRemark(two, 'Non mesuré')).toBe('Accès impossible');
});

test('changed by hand, a remark is the person’s own and is not taken out', () => {
  expect(holdsRemark('Non mesuré, pluie', 'Non mesuré')).toBe(false);
  expect(toggleRemark('Non mesuré, pluie', 'Non mesuré')).toBe('Non mesuré, pluie\nNon mesuré');
});

test('a step is offered the remarks of its kind and its category, and those for all', () => {
  const ids = remarksFor(FIRST_REMARKS, { kind: 'measurement', category: 'thermography' }).map(({ id }) => id);
  expect(ids).toEqual(['r01', 'r02', 'r03', 'r04', 'r05', 'r06', 'r12']);
  expect(remarksFor(FIRST_REMARKS, { kind: 'of the future', category: 'unknown' }).map(({ id }) => id)).toEqual(['r01', 'r02', 'r03']);
});

test('what an organisation begins with may be stored, and a remark twice, empty or endless may not', () => {
  expect(readyRemarksSchema.safeParse(FIRST_REMARKS).success).toBe(true);
  const [one] = FIRST_REMARKS;
  expect(readyRemarksSchema.safeParse([one, one]).success).toBe(false);
  expect(readyRemarksSchema.safeParse([{ ...one, text: { fr: ' ', en: 'x' } }]).success).toBe(false);
  expect(readyRemarksSchema.safeParse([{ ...one, text: { fr: 'x'.repeat(81), en: 'x' } }]).success).toBe(false);
});
