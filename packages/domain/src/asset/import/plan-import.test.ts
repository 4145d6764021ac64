import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetIdSchema, siteIdSchema } from '../../ids.ts';
import { uuid } from '../../testing/plant.ts';
import { type Asset, assetSchema } from '../context.ts';
import { type ImportGround, type ImportTable, MOST_ROWS, planImport } from './index.ts';

const site = siteIdSchema.parse(uuid(1));
let made = 0;
const ground = (assets: readonly Asset[] = [], elsewhere: readonly (readonly [string, string])[] = []): ImportGround => ({
  ...{ site, assets, elsewhere: new Map(elsewhere) },
  newId: () => assetIdSchema.parse(uuid(10_000 + made++)),
});
const table = (text: string, language: ImportTable['language'] = 'fr'): ImportTable => ({
  language,
  rows: text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(';') })),
});
const existing = (n: number, code: string, more: Partial<Record<keyof Asset, unknown>> = {}): Asset =>
  assetSchema.parse({ id: uuid(n), site, parent: null, type: 'string_inverter', name: code, code, position: n, attributes: {}, ...more });
const told = (text: string, on: ImportGround = ground()) =>
  planImport(table(text), on).problems.map(
    ({ line, column, code, other }) => `${line}:${column ?? '-'} ${code}${other === undefined ? '' : ` ${other}`}`,
  );

describe('a file of equipment', () => {
  test('makes the tree it describes, parents first, whatever the order of its lines', () => {
    const plan = planImport(table('Numéro;Type;Parent;Modules par chaîne\nA-CH01;Chaîne;A-OND01;26\nA-OND01;Onduleur de chaînes;;'), ground());
    expect(plan.problems).toEqual([]);
    expect(plan.created.map(({ code, type, name }) => [code, type, name])).toEqual([
      ['A-OND01', 'string_inverter', 'OND01'],
      ['A-CH01', 'string', 'CH01'],
    ]);
    expect(plan.created[1]?.parent).toBe(plan.created[0]?.id);
    expect(plan.created[1]?.attributes).toEqual({ modules_per_string: '26' });
  });

  test('headers are found in both languages, numbers with a comma or a point', () => {
    const french = planImport(table('N°;Type;Voc du module (STC) [V];Coefficient de température β de Voc\nA;Chaîne;49,80;−0,25'), ground());
    const english = planImport({ ...table('Code;Type;module_voc_stc\nA;String;49.80', 'en') }, ground());
    expect(french.created[0]?.attributes).toEqual({ module_voc_stc: '49.80', module_beta: '-0.25' });
    expect(english.created[0]?.attributes).toEqual({ module_voc_stc: '49.80' });
  });

  test('changes what is there, keeps what it says nothing of, and leaves alone what is the same', () => {
    const here = [existing(1, 'A', { serial: 'S1', attributes: { model: 'X' } }), existing(2, 'B')];
    const plan = planImport(table('code;type;nom;serial;model\na;;Onduleur A;;\nB;string_inverter;B;;'), ground(here));
    expect(plan.updated).toMatchObject([{ id: uuid(1), code: 'A', name: 'Onduleur A', serial: 'S1', attributes: { model: 'X' } }]);
    expect([plan.created.length, plan.unchanged]).toEqual([0, 1]);
  });

  test('every mistake is told by line and column, none hides another', () => {
    const text = [
      'code;type;parent;modules_per_string;position;Couleur',
      ';string;;;;',
      'A;truc;;;;',
      'B;string;nulle part;vingt;x;',
      'B;string;;;;',
      'C;string;E;1;2;rouge;de trop',
      'D;string_inverter;;;;',
      'E;string;;;;',
    ].join('\n');
    expect(told(text, ground([], [['d', 'Valensole']]))).toEqual([
      '2:1 empty',
      '3:2 unknown_type',
      '4:3 unknown_parent',
      '4:4 not_a_number',
      '4:5 not_a_number',
      '5:1 duplicate_code 4',
      '6:3 level',
      '6:7 too_many_cells',
      '7:1 code_elsewhere Valensole',
    ]);
  });

  test('a circle is found, also one that only closes over what is there', () => {
    expect(told('code;type;parent\nA;fence;B\nB;fence;A')).toEqual(['2:3 cycle', '3:3 cycle']);
    const here = [existing(1, 'A', { type: 'fence' }), existing(2, 'B', { type: 'fence', parent: uuid(1) })];
    expect(told('code;type;parent\nA;fence;B', ground(here))).toEqual(['2:3 cycle']);
  });

  test.each([
    ['', ['1:- missing_column', '1:- missing_column', '1:- no_rows']],
    ['code;type', ['1:- no_rows']],
    ['code;code;type\nA;A;string', ['1:2 double_column']],
    ['nom\nA', ['1:- missing_column', '1:- missing_column']],
  ])('%j is no file of equipment', (text, problems) => expect(told(text)).toEqual(problems));

  test('one line more than can be taken in is too many', () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, (_, n) => `A${n};string`);
    expect(told(['code;type', ...rows].join('\n'))).toEqual([`1:- too_many_rows ${MOST_ROWS}`]);
  });

  test('whatever a file holds, it is read to its end, and without a problem everything in it has one place', () => {
    const cell = fc.oneof(fc.constantFrom('A', 'B', 'c', '', 'string', 'fence', '12', '1,5', 'Chaîne', '\ud83d'), fc.string({ maxLength: 8 }));
    const header = fc.shuffledSubarray(['code', 'type', 'parent', 'nom', 'position', 'modules_per_string', 'x'], { minLength: 2 });
    fc.assert(
      fc.property(header, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (head, body) => {
        const rows = [head, ...body].map((cells, at) => ({ line: at + 1, cells }));
        const plan = planImport({ rows, language: 'fr' }, ground([existing(1, 'A', { type: 'fence' })]));
        for (const { line, column } of plan.problems) expect(line <= rows.length && (column === null || column >= 1)).toBe(true);
        if (plan.problems.length > 0) return;
        const all = [...plan.created, ...plan.updated];
        expect(all.length + plan.unchanged).toBe(body.length);
        for (const asset of all) expect(assetSchema.safeParse(asset).success).toBe(true);
        const known = new Set<string | null>([null, uuid(1)]);
        for (const { id, parent } of plan.created) {
          expect(known.has(parent)).toBe(true);
          known.add(id);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('twenty thousand rows are read while somebody waits', () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, n) => `A-${n};string;A-${n % 200 === 0 ? '' : n - (n % 200)};26;1,5`);
    const text = ['code;type;nom;modules_per_string;module_voc_stc', ...rows].join('\n');
    expect(planImport(table(text), ground()).created).toHaveLength(MOST_ROWS);
  });
});
