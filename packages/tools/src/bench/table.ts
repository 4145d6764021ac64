import type { Measure } from './measure.ts';

const HEAD = ['measure', 'value', 'floor', 'ratio', 'target'] as const;

/** The measures as a table for a terminal: names to the left, figures to the right. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map(({ name, value, unit, floor, ratio, target }) => [
    name,
    `${value.toLocaleString('en')} ${unit}`,
    floor === null ? '' : `${floor.toLocaleString('en')} ${unit}`,
    ratio === null ? '' : String(ratio),
    target ?? '',
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 || column === HEAD.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(HEAD), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
