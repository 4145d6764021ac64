import type { Localized } from '../../text.ts';
import type { Findings } from './finding.ts';
import { codesFor } from './names.ts';
import type { Row, Table } from './table.ts';

/** One answer to choose, under the code it has here. */
export interface Choice {
  readonly name: string;
  readonly code: string;
  readonly label: Localized;
  readonly row: Row;
}

export type Lists = ReadonlyMap<string, readonly Choice[]>;

/** The lists of a choices sheet. */
export function readChoices(table: Table, findings: Findings): Lists {
  const rows = new Map<string, Row[]>();
  for (const row of table.rows) {
    const list = row.text('list_name');
    if (list === '') {
      if (row.text('name') !== '') findings.add('missing_list', row.at('list_name'), { value: row.text('name') });
    } else if (row.text('name') === '') findings.add('missing_choice_name', row.at('name'), { value: list });
    else {
      const there = rows.get(list);
      if (there === undefined) rows.set(list, [row]);
      else there.push(row);
    }
  }
  return new Map([...rows].map(([list, all]) => [list, choicesOf(all, findings)]));
}

function choicesOf(rows: readonly Row[], findings: Findings): readonly Choice[] {
  const first = new Map<string, Row>();
  const kept = rows.filter((row) => {
    const before = first.get(row.text('name'));
    if (before !== undefined) findings.add('duplicate_choice', row.at('name'), { value: row.text('name'), other: before.row });
    else first.set(row.text('name'), row);
    return before === undefined;
  });
  const codes = codesFor(kept.map((row) => row.text('name')));
  return kept.map((row) => {
    const name = row.text('name');
    const code = codes.get(name) ?? name;
    if (code !== name) findings.add('choice_renamed', row.at('name'), { value: name, other: code });
    for (const media of ['image', 'big-image', 'audio', 'video'] as const) {
      const { fr, en } = row.words(media);
      if (fr + en !== '') findings.add('media_lost', row.at(media), { value: fr || en });
    }
    const { fr, en } = row.words('label');
    if (fr + en === '') findings.add('untitled', row.at('label'), { value: name });
    return { name, code, row, label: fr + en === '' ? { fr: name, en: name } : { fr, en } };
  });
}
