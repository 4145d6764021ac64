import { describe, expect, test } from 'vitest';
import { faultPosition, insulationTestVoltage, isHardFault, parallelInsulation } from './insulation.ts';
import { cleaningGain, correctedPerformanceRatio, performanceRatio, sensorSoiling, soilingRatio } from './performance.ts';
import { cellTemperature, expectedIsc, expectedVoc, fillFactor, iscAtStc, missingModules, systemVoltage, vocAtStc } from './string.ts';
import { connectionDeltaT, moduleDeltaT } from './thermography.ts';

/** The handbook's module and weather (4.3). */
const module = { n_modules: 27, voc_stc: 49.8, isc_stc: 14, alpha: 0.05, beta: -0.27, a: 0.05, delta_t0: 3 };
const weather = { irradiance: 820, back_temp: 46 };
const inputs = { ...module, ...weather };

describe('the worked example of the handbook', () => {
  test('cell temperature is 48.46 °C', () => expect(cellTemperature(inputs)).toBeCloseTo(48.46, 2));

  test.each([
    [0.05, 1246.1],
    [0.04, 1248.8],
    [0.06, 1243.4],
  ])('expected Voc with a = %d is %d V', (a, voc) => expect(expectedVoc({ ...inputs, a })).toBeCloseTo(voc, 1));

  test('1,240 V is 0.5 % low and 1,338 V at STC, 99.5 % of nameplate', () => {
    expect(1240 / expectedVoc(inputs) - 1).toBeCloseTo(-0.005, 3);
    expect(vocAtStc({ ...inputs, voc: 1240 })).toBeCloseTo(1338, 0);
    expect(vocAtStc({ ...inputs, voc: 1240 }) / (27 * 49.8)).toBeCloseTo(0.995, 3);
  });

  test('1,196 V lacks about 1.1 modules although it is within 5 %', () => {
    expect(1196 / expectedVoc(inputs) - 1).toBeCloseTo(-0.04, 3);
    expect(missingModules({ n_modules: 27, voc: 1196, voc_expected: expectedVoc(inputs) })).toBeCloseTo(1.1, 1);
  });

  test('expected Isc is 11.61 A; 11.2 A is 3.6 % low, 10.1 A is 13 % low', () => {
    expect(expectedIsc(inputs)).toBeCloseTo(11.61, 2);
    expect(11.2 / expectedIsc(inputs) - 1).toBeCloseTo(-0.036, 3);
    expect(10.1 / expectedIsc(inputs) - 1).toBeCloseTo(-0.13, 2);
  });

  test('Isc brought back to STC undoes the expectation', () => expect(iscAtStc({ ...inputs, isc: expectedIsc(inputs) })).toBeCloseTo(14, 9));

  test('insulation is tested at 1,500 V for a reference of 1,681 V, and never above the rating', () => {
    expect(systemVoltage(inputs)).toBeCloseTo(1681, 0);
    expect(insulationTestVoltage(systemVoltage(inputs), null)).toBe(1500);
    expect(insulationTestVoltage(systemVoltage(inputs), 1000)).toBe(1000);
  });

  test.each([
    [27, 1472],
    [28, 1526],
  ])('cold check at −10 °C: %i modules reach %i V', (n_modules, volts) => {
    expect(expectedVoc({ ...module, n_modules, irradiance: 1000, back_temp: -13 })).toBeCloseTo(volts, 0);
  });
});

describe('insulation', () => {
  test('the fault of 832 V and 414 V sits between the 9th and 10th module', () => {
    expect(isHardFault({ v_pos: 832, v_neg: 414, voc: 1246.1 })).toBe(true);
    expect(faultPosition({ n_modules: 27, v_pos: 832, v_neg: 414 })).toBeCloseTo(8.97, 2);
  });

  test('voltages that fall towards zero are no hard fault', () => expect(isHardFault({ v_pos: 60, v_neg: 45, voc: 1246.1 })).toBe(false));

  test('24 sound strings of 20 MΩ read 0.83 MΩ together', () =>
    expect(parallelInsulation(Array.from({ length: 24 }, () => 20))).toBeCloseTo(0.83, 2));

  test.each([
    [119, 250],
    [120, 500],
    [500, 500],
    [501, 1000],
    [1000, 1000],
    [1001, 1500],
  ])('a system of %i V is tested at %i V', (reference, test) => expect(insulationTestVoltage(reference, null)).toBe(test));
});

describe('thermography', () => {
  test('71 °C against 50 °C at 780 W/m² is 26.9 K', () => expect(moduleDeltaT({ t_hot: 71, t_ref: 50, irradiance: 780 })).toBeCloseTo(26.9, 1));

  test('a lug 17 K hotter at 62 A of 110 A is 47.7 K at rated current', () =>
    expect(connectionDeltaT({ delta_t: 17, i_rated: 110, i_measured: 62, x: 1.8 })).toBeCloseTo(47.7, 1));
});

describe('performance', () => {
  const year = { energy: 612_000, peak: 5000, irradiation: 151 };

  test('612,000 kWh of 5,000 kWp under 151 kWh/m² is a PR of 0.811', () => expect(performanceRatio(year)).toBeCloseTo(0.811, 3));

  test('at 44 °C and −0.34 %/°C it is 0.867 corrected to 25 °C', () =>
    expect(correctedPerformanceRatio([{ ...year, module_temp: 44 }], -0.34)).toBeCloseTo(0.867, 3));

  test('9.92 A against 10.35 A is a soiling ratio of 0.958', () =>
    expect(soilingRatio({ isc_soiled: 9.92, isc_clean: 10.35 })).toBeCloseTo(0.958, 3));

  test('a sensor that reads 800 dirty and 820 clean hid 2.4 %', () => expect(sensorSoiling({ before: 800, after: 820 })).toBeCloseTo(2.44, 2));

  test('a ratio that rises from 95 to 99 % gained 4.2 %', () => expect(cleaningGain({ before: 95, after: 99 })).toBeCloseTo(4.21, 2));

  test('fill factor of 600 W, 50 V, 16 A is 75 %', () => expect(fillFactor({ pmax: 600, voc: 50, isc: 16 })).toBeCloseTo(75, 9));
});
