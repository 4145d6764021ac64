import { describe, expect, test } from 'vitest';
import { contentOf } from '../../procedure/draft/index.ts';
import { LIST, read, showIf, step, steps, survey, told } from '../../testing/xlsform.ts';

describe('a form in the XLSForm standard', () => {
  test('becomes a draft with its title, groups as headings, texts in both languages', () => {
    const report = read(`
| survey |
|  | type | name | label::Français (fr) | label::English | hint::fr | hint::en | required |
|  | begin group | g | Accès | Access | | | |
|  | note | hello | Lisez ceci | Read this | | | |
|  | text | who | Nom | Name | Lisible | Readable | yes |
|  | end group | | | | | | |
|  | integer | n | Modules | Modules | | | true() |
| settings |
|  | form_title | form_id | category | equipment |
|  | Relevé | releve-annuel | inspection | string_inverter pv_module |`);
    expect(report.findings.map(({ code }) => code)).toEqual(['unit_missing']);
    expect(report.draft).toMatchObject({
      slug: 'releve-annuel',
      title: { fr: 'Relevé', en: '' },
      category: 'inspection',
      equipmentTypes: ['string_inverter', 'pv_module'],
      extra: { sections: [{ id: 'row-4-g', title: { fr: 'Accès', en: 'Access' } }] },
    });
    expect(steps(report)).toMatchObject([
      { id: 'hello', kind: 'instruction', title: { fr: 'Lisez ceci', en: 'Read this' }, extra: { section: 'row-4-g' } },
      { id: 'who', kind: 'text', required: true, instructions: { fr: 'Lisible', en: 'Readable' }, extra: { section: 'row-4-g' } },
      { id: 'n', kind: 'measurement', required: true, decimals: 0, unit: '1' },
    ]);
    expect(report.draft === null ? null : contentOf(report.draft)).toMatchObject({ kind: 'content' });
  });

  test('each type of question has its step, and what changes with it is told by row', () => {
    const types = [
      'text',
      'integer',
      'decimal',
      'range',
      'date',
      'time',
      'dateTime',
      'geopoint',
      'geotrace',
      'image',
      'audio',
      'file',
      'barcode',
      'acknowledge',
      'note',
      'hidden',
      'rank yn',
      'select_one yn',
      'start',
      'audit',
    ];
    const report = read(
      `| survey |\n|  | type | name | label::fr | label::en |\n${types.map((type, n) => `|  | ${type} | q${n} | Q (V) | Q (V) |`).join('\n')}\n${LIST}`,
      { equipment: ['string_inverter'] },
    );
    expect(steps(report).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      ...[
        'q0 text',
        'q1 measurement',
        'q2 measurement',
        'q3 measurement',
        'q4 text',
        'q5 text',
        'q6 text',
        'q7 text',
        'q8 text',
        'q9 photo',
        'q10 text',
      ],
      ...['q11 photo', 'q12 scan', 'q13 check', 'q14 instruction', 'q16 text', 'q17 choice'],
    ]);
    expect(told(report)).toEqual([
      ...['hidden_lost 18 name q15', 'question_lost 22 type audit'],
      ...[
        'becomes_text 7 type date',
        'becomes_text 8 type time',
        'becomes_text 9 type dateTime',
        'becomes_text 10 type geopoint',
        'becomes_text 11 type geotrace',
      ],
      ...[
        'becomes_text 13 type audio',
        'becomes_photo 14 type file',
        'becomes_scan 15 type barcode',
        'acknowledged 16 type acknowledge',
        'becomes_text 19 type rank yn',
      ],
      'recorded_anyway 21 type start',
    ]);
    expect(step(report, 'q3')).toMatchObject({ min: '0', max: '10', decimals: 0, unit: 'V' });
    expect(step(report, 'q16')?.instructions).toEqual({ fr: 'Oui ; Non', en: 'Yes ; No' });
  });

  test('constraints become limits; what they cannot say is told', () => {
    const report = survey('constraint | constraint_message::fr | constraint_message::en', [
      'decimal | a | A (V) | A (V) | . >= 0 and . <= 1000.125 | Trop | Too much',
      'integer | b | B (A) | B (A) | 0 < . and not(. > 9) | |',
      'decimal | c | C (V) | C (V) | . > 0 and . < ${a} | |',
      "text | d | D | D | regex(., '[A-Z]+') | Majuscules | Capitals",
    ]);
    expect(step(report, 'a')).toMatchObject({ min: '0', max: '1000.125', decimals: 3, onFail: { message: { fr: 'Trop', en: 'Too much' } } });
    expect(step(report, 'b')).toMatchObject({ min: '1', max: '9' });
    expect(step(report, 'c')).toMatchObject({ min: '0' });
    expect(step(report, 'c')).not.toHaveProperty('max');
    expect(told(report)).toEqual([
      ...[
        'constraint_lost 5 constraint . < ${a}',
        "constraint_lost 6 constraint regex(., '[A-Z]+')",
        'message_lost 6 constraint_message::fr Majuscules',
      ],
      'strict_bound 5 constraint . > 0',
    ]);
  });

  test.each([
    ["${s} = 'worn'", { step: 's', op: 'eq', value: 'worn' }],
    ["'worn' = ${s}", { step: 's', op: 'eq', value: 'worn' }],
    ["${s} != 'worn'", { step: 's', op: 'ne', value: 'worn' }],
    ["not(selected(${s}, 'worn'))", { step: 's', op: 'ne', value: 'worn' }],
    ["${s} = 'worn' or ${s} = 'broken'", { step: 's', op: 'ne', value: 'good' }],
    [
      "${s} = 'worn' and ${y} = 'y'",
      {
        all: [
          { step: 's', op: 'eq', value: 'worn' },
          { step: 'y', op: 'eq', value: 'y' },
        ],
      },
    ],
    [
      "${s} = 'worn' or not(${y} = 'y')",
      {
        any: [
          { step: 's', op: 'eq', value: 'worn' },
          { step: 'y', op: 'eq', value: 'n' },
        ],
      },
    ],
    [
      "not(${s} = 'worn' or ${y} = 'y')",
      {
        all: [
          { step: 's', op: 'ne', value: 'worn' },
          { step: 'y', op: 'eq', value: 'n' },
        ],
      },
    ],
    ["if(${s} = 'good', 'a', 'b') = 'b'", { step: 's', op: 'ne', value: 'good' }],
    ['${calc} = 1', { step: 's', op: 'eq', value: 'broken' }],
    ["${ok} = 'OK'", { step: 'ok', op: 'eq', value: 'ok' }],
    ["selected(${m}, 'worn')", { step: 'm__worn', op: 'eq', value: 'yes' }],
    ["${s} != ''", { step: 's', op: 'in', value: ['good', 'worn', 'broken'] }],
    ['${r} < 1', { step: 'r', op: 'out_of_range' }],
    ['true()', undefined],
  ])('relevant %s is carried over', (relevant, expected) => {
    const report = survey(
      'relevant | calculation | required',
      [
        ...['select_one state | s | S | S | | | yes', 'select_one yn | y | Y | Y | | | yes', 'acknowledge | ok | Ok | Ok | | | yes'],
        ...[
          'select_multiple state | m | M | M | | | yes',
          'decimal | r | R (MΩ) | R (MΩ) | | |',
          "calculate | calc | | | | if(${s} = 'broken', 1, 0) |",
        ],
        ...['text | other | T | T | ${r} >= 1 | |', `text | t | T | T | ${relevant} | |`],
      ],
      LIST,
    );
    expect(showIf(report, 't')).toEqual(expected);
    expect(told(report).filter((one) => one.startsWith('condition_lost'))).toEqual([]);
    expect(step(report, 'r')).toMatchObject({ min: '1' });
    expect(told(report)).toContain('limit_made 7 name ≥ 1');
  });

  test.each([
    ["${t0} = 'x'", 'text_compared'],
    ["${later} = 'y'", 'later_question'],
    ['count-selected(${s}) > 1', 'call'],
    ["${s} = ''", 'unanswered'],
    ["(${s} = 'worn' and ${y} = 'y') or (${s} = 'good' and ${y} = 'n')", 'too_deep'],
    ["${s} = 'unheard'", 'unknown_value'],
    ['${r} < 1 and ${r} > 8', 'number_compared'],
    ['${s} = ${y}', 'other_question'],
    ["../x = 'a'", 'path'],
  ])('relevant %s is told as lost, and the step stays shown', (relevant, reason) => {
    const rows = [
      'text | t0 | T | T | |',
      'select_one state | s | S | S | yes |',
      'select_one yn | y | Y | Y | yes |',
      'decimal | r | R (V) | R (V) | |',
    ];
    const report = survey('required | relevant', [...rows, `text | t | T | T | | ${relevant}`, 'select_one yn | later | L | L | |'], LIST);
    expect(showIf(report, 't')).toBeUndefined();
    expect(report.findings.filter(({ level }) => level === 'lost')).toMatchObject([
      { code: 'condition_lost', row: 7, column: 'relevant', value: relevant, reason },
    ]);
  });

  test('conditions of groups hold for what is in them, and are not said twice', () => {
    const report = survey(
      'relevant | required',
      [
        ...['select_one state | s | S | S | | yes', "begin group | g | | | ${s} != 'good' |", 'select_one yn | deep | D | D | | yes'],
        ...[
          "begin group | h | | | ${deep} = 'y' |",
          'text | t | T | T | |',
          "text | u | U | U | ${s} = 'worn' |",
          'end group | | | | |',
          'end group | | | | |',
        ],
      ],
      LIST,
    );
    expect(showIf(report, 'deep')).toEqual({ step: 's', op: 'ne', value: 'good' });
    expect(showIf(report, 't')).toEqual({ step: 'deep', op: 'eq', value: 'y' });
    expect(showIf(report, 'u')).toEqual({
      all: [
        { step: 's', op: 'eq', value: 'worn' },
        { step: 'deep', op: 'eq', value: 'y' },
      ],
    });
  });

  test('repeats are gone through item by item; a repeat in a repeat is told', () => {
    const report = survey(
      'repeat_count',
      [
        'begin repeat | row | Rangée | Row | 3',
        'text | t | T | T |',
        'begin repeat | inner | Dedans | Inner |',
        'text | u | U | U |',
        'end repeat | | | |',
        'end repeat | | | |',
      ],
      LIST,
    );
    expect(step(report, 't')).toMatchObject({ repeat: { over: 'Rangée', group: 'row' } });
    expect(step(report, 'u')).toMatchObject({ repeat: { over: 'Dedans', group: 'inner' } });
    expect(told(report)).toEqual(['repeat_count_lost 3 repeat_count 3', 'nested_repeat 5 type inner']);
  });

  test('cascading choices become one step for each answer they hang on', () => {
    const report = read(`
| survey |
|  | type | name | label::fr | label::en | choice_filter | relevant |
|  | select_one zone | zone | Zone | Zone | | |
|  | select_one row | row | Rangée | Row | zone = \${zone} | |
|  | select_one cell | cell | Case | Cell | row=\${row} | |
|  | text | why | Pourquoi | Why | | \${cell} = 'c3' |
| choices |
|  | list_name | name | label::fr | label::en | zone | row |
|  | zone | north | Nord | North | | |
|  | zone | south | Sud | South | | |
|  | row | r1 | R1 | R1 | north | |
|  | row | r2 | R2 | R2 | south | |
|  | row | r3 | R3 | R3 | south | |
|  | row | r9 | R9 | R9 | west | |
|  | cell | c1 | C1 | C1 | | r1 |
|  | cell | c2 | C2 | C2 | | r2 |
|  | cell | c3 | C3 | C3 | | r3 |`);
    expect(steps(report).map(({ id }) => id)).toEqual(['zone', 'row__north', 'row__south', 'cell__r1', 'cell__r2', 'cell__r3', 'why']);
    expect(showIf(report, 'row__south')).toEqual({ step: 'zone', op: 'eq', value: 'south' });
    expect(showIf(report, 'cell__r3')).toEqual({ step: 'row__south', op: 'eq', value: 'r3' });
    expect(showIf(report, 'why')).toEqual({ step: 'cell__r3', op: 'eq', value: 'c3' });
    expect(told(report)).toEqual(['choice_never_offered 15 name r9', 'filter_expanded 5 choice_filter 2', 'filter_expanded 6 choice_filter 3']);
    expect(report.draft === null ? null : contentOf({ ...report.draft, category: 'inspection' })).toMatchObject({ kind: 'content' });
  });

  test('a calculation that is one of our formulas, in the units it takes, becomes it', () => {
    const rows = [
      'decimal | hot | Chaud (°C) | Hot (°C) | |',
      'decimal | ref | Réf (°C) | Ref (°C) | |',
      'decimal | g | Éclairement (W/m²) | Irradiance (W/m²) | |',
    ];
    const good = survey('calculation | relevant', [
      ...rows,
      'calculate | dt | Écart | Gap | round(1000 * (${hot} - ${ref}) div ${g}, 1) |',
      'calculate | x | | | ${hot} * 2 |',
    ]);
    expect(step(good, 'dt')).toMatchObject({
      unit: 'K',
      computed: { formula: 'delta_t_norm', inputs: { t_hot: 'hot', t_ref: 'ref', irradiance: 'g' } },
    });
    expect(told(good)).toEqual(['calculation_lost 7 calculation ${hot} * 2']);
  });

  test('other answers, looks, media, defaults and messages are carried over or told', () => {
    const report = survey(
      'appearance | default | media::image | required_message::fr | read_only | parameters | trigger',
      [
        ...['select_one yn or_other | a | A | A | minimal | y | a.png | Dites | | randomize=true |', 'image | sign | S | S | signature | | | | | |'],
        ...[
          'image | draw | D | D | new annotate | | | | yes | max-pixels=1000 |',
          'range | r | R (%) | R (%) | rating | 3 | | | | start=1;end=2, step=0.25 |',
        ],
      ],
      LIST,
    );
    expect(steps(report).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'a choice',
      'a_other text',
      'sign signature',
      'draw photo',
      'r measurement',
    ]);
    expect(showIf(report, 'a_other')).toEqual({ step: 'a', op: 'eq', value: 'other' });
    expect(step(report, 'draw')).toMatchObject({ annotate: true });
    expect(step(report, 'r')).toMatchObject({ min: '1', max: '2', decimals: 2 });
    expect(told(report)).toEqual([
      ...[
        'default_lost 3 default y',
        'message_lost 3 required_message::fr Dites',
        'media_lost 3 media::image a.png',
        'read_only_lost 5 read_only yes',
        'default_lost 6 default 3',
      ],
      'becomes_signature 4 appearance signature',
      ...[
        'appearance_unused 3 parameters randomize=true',
        'appearance_unused 3 appearance minimal',
        'appearance_unused 5 parameters max-pixels=1000',
        'appearance_unused 6 appearance rating',
      ],
    ]);
  });

  test('a cell that a row of its type has no use for is told, in groups and where they end too', () => {
    const report = survey(
      'hint | required | constraint | constraint_message::fr | choice_filter | repeat_count | trigger',
      [
        ...['begin group | g | G | G | Indice | yes | . > 1 | Trop | x=1 | 3 | ${t} |', 'note | n | N | N | | | . > 1 | Trop | x=1 | 3 | |'],
        ...[
          'text | t | T | T | | | | | x=1 | | ${n2} |',
          'barcode | b | B | B | | | . > 1 | | | | |',
          'integer | n2 | V (V) | V (V) | | | | | | | |',
        ],
        ...[
          'select_one yn | s | S | S | | | . != 1 | Choisir | | | |',
          'end group | | Fin | End | | | | | | | |',
          '# text | off | X | X | | | | | | | |',
        ],
      ],
      LIST,
    );
    expect(told(report).filter((line) => /_lost/.test(line))).toEqual([
      ...['cell_lost 3 hint Indice', 'cell_lost 3 required yes', 'cell_lost 3 constraint . > 1', 'cell_lost 3 constraint_message::fr Trop'],
      ...['cell_lost 3 choice_filter x=1', 'cell_lost 3 trigger ${t}', 'repeat_count_lost 3 repeat_count 3'],
      ...['constraint_lost 4 constraint . > 1', 'message_lost 4 constraint_message::fr Trop'],
      ...['cell_lost 4 repeat_count 3', 'cell_lost 4 choice_filter x=1', 'calculation_lost 5 trigger ${n2}', 'cell_lost 5 choice_filter x=1'],
      ...['constraint_lost 6 constraint . > 1', 'constraint_lost 8 constraint . != 1', 'message_lost 8 constraint_message::fr Choisir'],
      ...['cell_lost 9 label::fr Fin', 'question_lost 10 type # text'],
    ]);
  });

  test('words of any alphabet arrive as they were written; languages that are not spoken here are told', () => {
    const report = read('| survey |\n|  | type | name | label::fr | label::العربية (ar) |\n|  | text | a | 🌞 Été | صباح الخير |');
    expect(step(report, 'a')?.title).toEqual({ fr: '🌞 Été', en: '' });
    expect(told(report)).toEqual(['language_lost   العربية (ar)', 'translation_missing   1']);
    const arabic = read('| survey |\n|  | type | name | label::العربية (ar) |\n|  | text | a | صباح الخير |');
    expect(step(arabic, 'a')?.title).toEqual({ fr: 'صباح الخير', en: '' });
  });
});
