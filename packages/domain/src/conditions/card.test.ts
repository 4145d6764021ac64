import { describe, expect, test } from 'vitest';
import { assess } from '../execution/assess.ts';
import { foldExecution } from '../execution/fold.ts';
import { d } from '../testing/context.ts';
import { ANA, BEN, run } from '../testing/run.ts';
import { procedureOf, stepOf, volts } from '../testing/steps.ts';
import { conditionFields, conditionsCard, isCalibrationDue, isUnbelievable } from './card.ts';

const reading = { unit: 'W/m²', decimals: 0, limitKind: 'practice', severityOutside: 1 } as const;
const content = procedureOf([
  stepOf('measurement', { id: 's01', ...reading, fills: 'irradiance' }),
  stepOf('measurement', {
    id: 's02',
    ...volts,
    computed: { formula: 'delta_t_norm', inputs: { t_hot: 's03', t_ref: 's04', irradiance: 'conditions.irradiance' } },
  }),
]);
const irradianceOf = (entries: ReturnType<typeof run>['entries']) => {
  const state = foldExecution(entries);
  const { places } = assess({ content, state, asset: null, assets: () => null, confirmed: new Set() });
  return places.find(({ step }) => step.id === 's02')?.context.conditionOf('irradiance');
};

describe('the conditions on site', () => {
  const card = { irradiance: '812', airTemperature: '24.5', instruments: [{ name: 'Solarimètre', serial: 'PY-7', calibrated: '2025-11-02' }] };

  test('are one card: the last one that saw the others stands, and formulas read it', () => {
    const here = run(content)
      .start()
      .does('conditions', { p: card })
      .does('conditions', { p: { ...card, irradiance: '840' } });
    const found = conditionsCard(here.fold());
    expect([found?.values.irradiance, found?.entry.actor, found?.isConflict]).toEqual(['840', ANA, false]);
    expect(irradianceOf(here.entries)).toBe('840');
  });

  test('of two colleagues who did not see each other both are kept, and the conflict is told', () => {
    const here = run(content)
      .start()
      .does('conditions', { p: card })
      .by(BEN)
      .does('conditions', { p: { irradiance: '790' }, isBlind: true });
    const found = conditionsCard(here.fold());
    expect([found?.isConflict, here.fold().registers.get('~conditions')?.heads.length]).toEqual([true, 2]);
  });

  test('a step may fill in where the card says nothing, and the card comes first', () => {
    const here = run(content).start();
    expect(irradianceOf(here.entries)).toBeNull();
    expect(irradianceOf(here.answer('s01', '765').entries)).toBe('765');
    expect(irradianceOf(here.does('conditions', { p: { wind: '2' } }).entries)).toBe('765');
    expect(irradianceOf(here.does('conditions', { p: card }).entries)).toBe('812');
  });

  test('a reading that cannot be is asked about', () => {
    const [irradiance] = conditionFields;
    expect(irradiance !== undefined && [isUnbelievable(irradiance, d('1500')), isUnbelievable(irradiance, d('8120'))]).toEqual([false, true]);
  });
});

test.each([
  ['2025-05-04', '2026-05-04', false],
  ['2025-05-03', '2026-05-04', true],
  ['2024-02-29', '2025-02-28', false],
  ['2024-02-29', '2025-03-01', true],
  [undefined, '2026-05-04', null],
  ['mai 2025', '2026-05-04', null],
])('calibrated %s, on %s: due %s', (calibrated, day, due) => expect(isCalibrationDue(calibrated, day)).toBe(due));
