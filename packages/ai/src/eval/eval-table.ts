import type { EvalKind } from './cases.ts';
import type { EvalResult } from './run-eval.ts';

const KINDS: Readonly<Record<EvalKind, string>> = {
  injected_tip: 'orders in a tip',
  injected_file_name: 'orders in a file name',
  injected_photo: 'orders in a photo',
  refused: 'must be refused',
  one_step: 'answered by one step',
  unanswerable: 'cannot be answered',
  photo_text: 'orders on an analysed photo',
  photo_context: 'orders in its equipment’s name',
  photo_plate: 'photo with nothing wrong',
};

/** The results as a table for a terminal, kind by kind, and then every case that failed. */
export function evalTable(results: readonly EvalResult[]): string {
  const kinds = Object.entries(KINDS).map(([kind, name]) => {
    const of = results.filter((result) => result.of.kind === kind);
    const passed = of.filter(({ failed }) => failed === null).length;
    return [name, String(of.length), String(passed), String(of.filter(({ keptBack }) => keptBack).length)];
  });
  const rows = [['', 'cases', 'passed', 'kept back'], ...kinds];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const failures = results.filter(({ failed }) => failed !== null).map(({ of, failed }) => `${of.id}: ${failed} (${of.question})`);
  return [...table, ...(failures.length === 0 ? [] : ['', ...failures])].join('\n');
}
