import { readOperation, toDecimal, uuidv7 } from '@heliograph/domain';
import { describe, expect, test } from 'vitest';
import { type CardForm, emptyInstrument, formOf, readCard, readDraft } from './card-form.ts';

const blank = formOf(null, 'fr');
const fr = { language: 'fr', meant: new Set<string>() } as const;
const read = (form: Partial<CardForm>, reader: Parameters<typeof readCard>[1] = fr) => readCard({ ...blank, ...form }, reader);

describe('the conditions card', () => {
  test('reads comma and point, keeps every digit and leaves out what was not given', () => {
    const pyranometer = { name: ' Solarimètre ', serial: 'PY-7', calibrated: '2025-11-02' };
    expect(
      read({ irradiance: '812', airTemperature: '24,50', moduleTemperature: '−3.5', sky: 'clear', instruments: [pyranometer, emptyInstrument] }),
    ).toEqual({
      kind: 'card',
      values: {
        ...{ irradiance: '812', airTemperature: '24.50', moduleTemperature: '-3.5', sky: 'clear' },
        instruments: [{ name: 'Solarimètre', serial: 'PY-7', calibrated: '2025-11-02' }],
      },
    });
  });

  test('is one the domain takes', () => {
    const card = read({ wind: '2,5', instruments: [{ name: 'Anémomètre', serial: 'A1', calibrated: '' }] });
    const p = card.kind === 'card' ? card.values : {};
    const id = uuidv7(1, new Uint8Array(10));
    expect(readOperation({ i: 1, id, v: 1, w: 1, z: 0, o: 0, n: 1, k: 'conditions', x: id, p } as Parameters<typeof readOperation>[0]).kind).toBe(
      'known',
    );
  });

  test('asks instead of guessing', () => {
    const asked = read({ irradiance: '1.234,5', wind: 'fort', airTemperature: '245', instruments: [{ ...emptyInstrument, name: 'Sonde' }] });
    if (asked.kind !== 'problems') throw new Error(asked.kind);
    expect([asked.fields.get('irradiance')?.kind, asked.fields.get('wind')?.kind, asked.fields.get('airTemperature')]).toEqual([
      ...['ambiguous', 'not_a_number'],
      { kind: 'unbelievable', value: '245' },
    ]);
    expect(asked.instruments).toEqual([0]);
  });

  test('takes what cannot be believed once the person says that it is meant', () => {
    expect(read({ irradiance: '1620' }, { ...fr, meant: new Set(['1620']) })).toEqual({ kind: 'card', values: { irradiance: '1620' } });
  });

  test('of nothing is none', () => expect(read({ instruments: [emptyInstrument] })).toEqual({ kind: 'empty' }));

  test('is gone on with as it was written, and a draft that is none is not read', () => {
    const values = { irradiance: toDecimal('812.5') ?? undefined, sky: 'rain', instruments: [{ name: 'A', serial: 'B' }] };
    expect(formOf(values, 'fr')).toMatchObject({
      irradiance: '812,5',
      wind: '',
      sky: 'rain',
      instruments: [{ name: 'A', serial: 'B', calibrated: '' }],
    });
    expect(readDraft(JSON.stringify(blank))).toEqual(blank);
    expect([readDraft('12,5'), readDraft('{')]).toEqual([null, null]);
  });
});
