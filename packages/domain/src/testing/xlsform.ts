import { markdownRows, readXlsform, stackedSheets, type XlsformOptions } from '../import/xlsform/index.ts';

/** A form written as Markdown tables, read. */
export const read = (text: string, options: Partial<XlsformOptions> = {}) =>
  readXlsform({ format: 'markdown', name: 'releve', sheets: stackedSheets(markdownRows(text)) }, { language: 'fr', ...options });

/** A survey with one language, from rows of type, name, label and the columns named. */
export const survey = (columns: string, rows: readonly string[], more = '') =>
  read(`| survey |\n|  | type | name | label::fr | label::en | ${columns} |\n${rows.map((row) => `|  | ${row} |`).join('\n')}\n${more}`);
/** Two lists of choices. */
export const LIST = `| choices |
|  | list_name | name | label::fr | label::en |
|  | yn | y | Oui | Yes |
|  | yn | n | Non | No |
|  | state | good | Bon | Good |
|  | state | worn | Usé | Worn |
|  | state | broken | Cassé | Broken |`;

/** Findings in short: code, row, column, and what they say. */
export const told = (report: ReturnType<typeof read>) =>
  report.findings.map(({ code, row, column, value, other, reason }) =>
    [code, row, column, ...[reason ?? other ?? value].filter((one) => one !== undefined)].join(' '),
  );
export const steps = (report: ReturnType<typeof read>) => report.draft?.steps ?? [];
export const step = (report: ReturnType<typeof read>, id: string) => steps(report).find((one) => one.id === id);
export const showIf = (report: ReturnType<typeof read>, id: string) => step(report, id)?.showIf;
