import { describe, expect, test } from 'vitest';
import hashes from '../../library/starter.hashes.json' with { type: 'json' };
import starter from '../../library/starter.json' with { type: 'json' };
import { ASSET_ATTRIBUTES } from '../asset/attributes.ts';
import { procedureHash } from '../procedure/canonical.ts';
import { readProcedure } from '../procedure/content.ts';
import { sha256 } from '../testing/sha256.ts';
import { importLibrary, type Library } from './index.ts';

/** The library as plain JSON, free to be spoilt. */
const fresh = (): Record<string, unknown> => JSON.parse(JSON.stringify(starter));

function imported(raw: unknown): Library {
  const result = importLibrary(raw);
  if (result.kind === 'refused') throw new Error(result.problems.map(({ path, code, found }) => `${path}: ${code} ${found}`).join('\n'));
  return result.library;
}

type Json = Record<string, unknown>;
const at = (value: unknown, ...keys: readonly (string | number)[]): Json =>
  keys.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value) as Json;

/** Why the library is refused after one change, as `place: code found`. */
function refusals(spoil: (raw: Json) => void): readonly string[] {
  const raw = fresh();
  spoil(raw);
  const result = importLibrary(raw);
  return result.kind === 'refused' ? result.problems.map(({ path, code, found }) => `${path}: ${code} ${found}`) : [];
}

describe('the starter library', () => {
  const library = imported(starter);

  test('is understood whole: 18 procedures, 20 tips, 53 defect classes', () => {
    expect(library.procedures).toHaveLength(18);
    expect(library.tips).toHaveLength(20);
    expect(library.catalogues.defectClasses).toHaveLength(53);
    expect(library.catalogues.severityScale.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(library.extra).toEqual({});
  });

  test('keeps every step, in order, and holds nothing that was not understood', () => {
    const read = library.procedures.map(({ content }) => content.steps.map(({ id }) => id));
    expect(read).toEqual(starter.procedures.map(({ steps }) => steps.map(({ id }) => id)));
    expect(
      library.procedures.flatMap(({ content }) => [content.extra, ...content.steps.map(({ extra }) => extra)]).filter((extra) => extra !== undefined),
    ).toEqual([]);
  });

  test('every procedure has the name it was given when it was first published (a changed hash is a new version: is that meant?)', async () => {
    const now = await Promise.all(library.procedures.map(async ({ content }) => [content.slug, await procedureHash(content, sha256)]));
    expect(Object.fromEntries(now)).toEqual(hashes);
  });

  test('every procedure reads back from its JSON as itself', () => {
    for (const { content } of library.procedures) expect(readProcedure(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  test('every input of every formula is named, and every attribute has a unit and a label', () => {
    const uses = library.procedures.flatMap(({ content }) =>
      content.steps.flatMap((step) => (step.kind === 'measurement' ? [step.expected ?? [], step.computed ?? []].flat() : [])),
    );
    expect(uses).toHaveLength(8);
    const attributes = uses.flatMap(({ inputs }) => Object.values(inputs)).filter((source) => source.startsWith('asset.'));
    for (const source of attributes) expect(Object.keys(ASSET_ATTRIBUTES)).toContain(source.slice('asset.'.length));
  });

  test('a limit written as a number is that number exactly', () => {
    const step = library.procedures
      .find(({ content }) => content.slug === 'central-inverter-preventive')
      ?.content.steps.find(({ id }) => id === 's15');
    expect(step?.kind === 'measurement' ? [step.min, step.max, step.decimals] : null).toEqual(['12.4', '13.2', 2]);
  });
});

describe('unknown metadata is kept', () => {
  const raw = fresh();
  Object.assign(at(raw, 'procedures', 0), { review_board: 'QHSE', score: { a_b: 1.5 } });
  Object.assign(at(raw, 'procedures', 0, 'steps', 0), { legacy_code: 'A-7' });
  Object.assign(at(raw, 'procedures', 1, 'steps', 4, 'measurement'), { uncertainty_pct: 2 });
  Object.assign(at(raw, 'tips', 0), { author: 'Chloé' });
  Object.assign(raw, { generator: 'tool 3' });
  const library = imported(raw);

  test('as it came, where it was found', () => {
    expect(library.procedures[0]?.content.extra).toEqual({ review_board: 'QHSE', score: { a_b: 1.5 } });
    expect(library.procedures[0]?.content.steps[0]?.extra).toEqual({ legacy_code: 'A-7' });
    expect(library.procedures[1]?.content.steps[4]?.extra).toEqual({ measurement: { uncertainty_pct: 2 } });
    expect(library.tips[0]?.extra).toEqual({ author: 'Chloé' });
    expect(library.extra).toEqual({ generator: 'tool 3' });
  });

  test('and it is part of the hash', async () => {
    const content = library.procedures[0]?.content;
    expect(await procedureHash(content, sha256)).not.toBe(hashes['annual-visual-inspection-ground-array']);
  });
});

describe('what is not understood refuses the library, with its place', () => {
  test.each<[string, (raw: Json) => void, string]>([
    [
      'a step type',
      (raw) => Object.assign(at(raw, 'procedures', 3, 'steps', 5), { type: 'torque' }),
      'procedures[3].steps[5].type: unknown_value "torque"',
    ],
    [
      'an operator',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 10, 'show_if'), { op: 'gt' }),
      'procedures[0].steps[10].show_if.op: unknown_value "gt"',
    ],
    [
      'an operator inside a list',
      (raw) => Object.assign(at(raw, 'procedures', 1, 'steps', 11, 'show_if', 'any', 1), { op: 'near' }),
      'procedures[1].steps[11].show_if.any[1].op: unknown_value "near"',
    ],
    [
      'a formula',
      (raw) => Object.assign(at(raw, 'procedures', 1, 'steps', 9, 'measurement', 'expected'), { formula: 'voc_magic' }),
      'procedures[1].steps[9].measurement.expected.formula: unknown_value "voc_magic"',
    ],
    [
      'an action on failure',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 1, 'on_fail'), { phone_home: true }),
      'procedures[0].steps[1].on_fail.phone_home: unknown_field phone_home',
    ],
    [
      'an action of an option',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 2, 'options', 1), { goto_step: 's09' }),
      'procedures[0].steps[2].options[1].goto_step: unknown_field goto_step',
    ],
    [
      'a definition on a step of another kind',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 1), { measurement: { unit: 'V' } }),
      'procedures[0].steps[1].measurement: unknown_field measurement',
    ],
    [
      'a condition on a later step',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 10, 'show_if'), { step: 's14' }),
      'procedures[0].steps[10].show_if.step: later_step s14',
    ],
    [
      'a condition on a step that is not there',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 10, 'show_if'), { step: 's99' }),
      'procedures[0].steps[10].show_if.step: unknown_step s99',
    ],
    ['the same id twice', (raw) => Object.assign(at(raw, 'procedures', 2, 'steps', 1), { id: 's01' }), 'procedures[2].steps[1].id: duplicate s01'],
    [
      'the same slug twice',
      (raw) => Object.assign(at(raw, 'procedures', 4), { slug: 'module-cleaning' }),
      'procedures[11].slug: duplicate module-cleaning',
    ],
    ['the same tip twice', (raw) => Object.assign(at(raw, 'tips', 3), { id: 'tip01' }), 'tips[3].id: duplicate tip01'],
    [
      'limits the wrong way round',
      (raw) => Object.assign(at(raw, 'procedures', 1, 'steps', 4, 'measurement'), { min: 1500 }),
      'procedures[1].steps[4].measurement.min: min_above_max 1500 > 1400',
    ],
    [
      'a limit that is no number',
      (raw) => Object.assign(at(raw, 'procedures', 1, 'steps', 4, 'measurement'), { min: 'four hundred' }),
      'procedures[1].steps[4].measurement.min: malformed "four hundred"',
    ],
    [
      'a limit switched by an answer that is not there',
      (raw) => Object.assign(at(raw, 'procedures', 2, 'steps', 10, 'measurement', 'limits_by', 'cases'), { V_2000: { min: 1 } }),
      'procedures[2].steps[10].measurement.limits_by.cases.V_2000: unknown_value V_2000',
    ],
    [
      'a finding',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 3, 'on_fail'), { finding: 'rust' }),
      'procedures[0].steps[3].on_fail.finding: unknown_finding rust',
    ],
    [
      'a procedure to open',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 5, 'on_fail'), { open_procedure: 'mowing' }),
      'procedures[0].steps[5].on_fail.open_procedure: unknown_procedure mowing',
    ],
    [
      'a certification',
      (raw) => Object.assign(at(raw, 'procedures', 1, 'required_certifications', 0), { codes: ['B9'] }),
      'procedures[1].required_certifications[0].codes[0]: unknown_certification B9',
    ],
    [
      'equipment',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 0, 'scan'), { expects: ['kite'] }),
      'procedures[0].steps[0].scan.expects[0]: unknown_equipment kite',
    ],
    ['a category', (raw) => Object.assign(at(raw, 'procedures', 0), { category: 'magic' }), 'procedures[0].category: unknown_category magic'],
    [
      'an order that is not the list’s',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 4), { order: 2 }),
      'procedures[0].steps[4].order: out_of_order 2',
    ],
    [
      'a missing text',
      (raw) => Object.assign(at(raw, 'procedures', 0, 'steps', 4), { title: { fr: 'Photos' } }),
      'procedures[0].steps[4].title.en: missing ',
    ],
    ['a procedure without steps', (raw) => Object.assign(at(raw, 'procedures', 0), { steps: [] }), 'procedures[0].steps: malformed []'],
    ['a version that is no number', (raw) => Object.assign(at(raw, 'procedures', 0), { version: 'v2' }), 'procedures[0].version: wrong_type "v2"'],
    [
      'a procedure of a defect class',
      (raw) => Object.assign(at(raw, 'defect_classes', 2), { procedure: 'gone' }),
      'defect_classes[2].procedure: unknown_procedure gone',
    ],
    [
      'a way to detect',
      (raw) => Object.assign(at(raw, 'defect_classes', 2), { detection: ['smell'] }),
      'defect_classes[2].detection[0]: unknown_value "smell"',
    ],
    [
      'a formula of the file’s own',
      (raw) => Object.assign(at(raw, 'formulas'), { my_formula: '1+1' }),
      'formulas.my_formula: unknown_field my_formula',
    ],
    ['another format', (raw) => Object.assign(raw, { schema_version: '2.0' }), 'schema_version: unknown_value "2.0"'],
  ])('%s', (_, spoil, problem) => expect(refusals(spoil)).toContain(problem));

  test('every reason is given, not only the first', () => {
    const found = refusals((raw) => {
      Object.assign(at(raw, 'procedures', 0, 'steps', 1), { type: 'torque' });
      Object.assign(at(raw, 'procedures', 0, 'steps', 3, 'on_fail'), { severity: 9, phone_home: 1 });
      Object.assign(at(raw, 'procedures', 7), { category: 'magic' });
    });
    expect(found).toEqual([
      'procedures[0].steps[1].type: unknown_value "torque"',
      'procedures[0].steps[3].on_fail.severity: unknown_value 9',
      'procedures[0].steps[3].on_fail.phone_home: unknown_field phone_home',
      'procedures[7].category: unknown_category magic',
    ]);
  });

  test.each([[null], [[]], ['x'], [{}], [{ procedures: 'many' }], [{ procedures: [null, 3, { steps: 'x' }, { steps: [null, { type: 'photo' }] }] }]])(
    '%o is refused, never thrown',
    (raw) => {
      expect(importLibrary(raw).kind).toBe('refused');
    },
  );
});
