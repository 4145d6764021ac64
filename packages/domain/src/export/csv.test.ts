import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvLine, EXPORT_COLUMNS, exportHeader, neutral } from './index.ts';

describe('a file that goes to a spreadsheet', () => {
  test.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j is a text there, not a formula', (text) => {
    expect(neutral(text).startsWith("'")).toBe(true);
  });

  test('a negative reading stays a number', () => expect([csvCell('-5.2', 'fr'), csvCell('-5.2', 'en')]).toEqual(['-5,2', '-5.2']));

  test('whatever a cell holds, no line runs anything, and a reader finds the same cells again', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '"', ';', ',', '\n', '\r', "'", 'a', '-', '1') })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cells, fc.constantFrom('fr' as const, 'en' as const), (values, language) => {
        const read = parse(csvLine(values, language), language === 'fr' ? ';' : ',');
        expect(read).toHaveLength(values.length);
        for (const [at, cell] of read.entries()) {
          expect(/^[=+@\t\r\n]/.test(cell)).toBe(false);
          const value = values[at] ?? '';
          if (!/^-?\d+\.\d+$/.test(value)) expect([value, `'${value}`]).toContain(cell);
        }
      }),
    );
  });

  test('columns have a name in both languages, each once', () => {
    const names = EXPORT_COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(exportHeader('fr')).toHaveLength(names.length);
  });
});

/** RFC 4180, written a second time for the test. */
function parse(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < line.length - 2; at++) {
    const sign = line[at] ?? '';
    if (isQuoted && sign === '"' && line[at + 1] === '"') at++;
    else if (sign === '"' && (isQuoted || cell === '')) {
      isQuoted = !isQuoted;
      continue;
    } else if (!isQuoted && sign === separator) {
      cells.push(cell);
      cell = '';
      continue;
    }
    cell += sign;
  }
  return [...cells, cell];
}
