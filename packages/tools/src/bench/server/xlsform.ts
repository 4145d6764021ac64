import { workbookOf } from '@heliograph/api/testing/workbooks';
import { openXlsform } from '@heliograph/api/workbook';
import { type Bench, median, plain } from '../measure.ts';

const ROWS = 500;
const TRIES = { short: 5, full: 20 } as const;

/** A form as an organisation has it: choices, limits, and a condition on every fourth question. */
function form(): Buffer {
  const survey = Array.from({ length: ROWS }, (_, n) => {
    const relevant = n % 4 === 3 ? `\${q${n - 1}} = 'worn' or \${q${n - 1}} = 'broken'` : '';
    const isNumber = n % 4 === 1;
    return [
      isNumber ? 'decimal' : n % 4 === 2 ? 'select_one state' : 'text',
      `q${n}`,
      `Question ${n} (V)`,
      `Question ${n} (V)`,
      relevant,
      isNumber ? '. >= 0' : '',
    ];
  });
  const choices = ['good', 'worn', 'broken'].map((name) => ['state', name, name, name]);
  return workbookOf({
    survey: [['type', 'name', 'label::fr', 'label::en', 'relevant', 'constraint'], ...survey],
    choices: [['list_name', 'name', 'label::fr', 'label::en'], ...choices],
  });
}

/** A form of 500 rows from its bytes to the report, the process that reads it included. */
export const xlsform: Bench = {
  name: 'xlsform',
  isInShort: true,
  needsBuild: false,
  run: async (effort) => {
    const bytes = form();
    const times: number[] = [];
    let peak = 0;
    for (let n = 0; n < TRIES[effort]; n++) {
      const start = performance.now();
      const { report, peakKilobytes } = await openXlsform({ bytes, name: 'form.xlsx', language: 'fr' }, 30);
      times.push(performance.now() - start);
      peak = Math.max(peak, peakKilobytes ?? 0);
      if (report.draft?.steps.length !== ROWS) throw new Error('The form was not read whole.');
    }
    return [
      plain({ name: `import of an XLSForm of ${ROWS} rows`, value: median(times), unit: 'ms', target: '≤ 1000' }),
      plain({ name: 'its memory at most', value: peak / 1024, unit: 'MB', target: '≤ 300' }),
    ];
  },
};
