import type { AttributeName } from '../asset/attributes.ts';
import { faultPosition } from './formulas/insulation.ts';
import { cleaningGain, sensorSoiling, soilingRatio } from './formulas/performance.ts';
import { expectedIsc, expectedVoc, fillFactor, iscAtStc, missingModules, systemVoltage, vocAtStc } from './formulas/string.ts';
import { connectionDeltaT, moduleDeltaT } from './formulas/thermography.ts';

export interface FormulaInput {
  readonly unit: string;
  /** Attribute of the asset that usually gives it. */
  readonly attribute?: AttributeName;
  /** Used, and recorded with the answer, where the procedure's source gives nothing. */
  readonly fallback?: string;
}

export interface Formula {
  readonly unit: string;
  /** As shown to whoever asks where the number comes from. */
  readonly expression: string;
  /** The standard it simplifies or that defines it; null for general practice. */
  readonly source: string | null;
  readonly inputs: Readonly<Record<string, FormulaInput>>;
  /** A reading beyond this many times the expected value is no reading (handbook 4.1). */
  readonly impossibleAbove?: number;
  readonly compute: (values: Readonly<Record<string, number>>) => number;
}

/** Joins a formula's inputs to the function that takes exactly these. */
const define = <Name extends string>(
  formula: Omit<Formula, 'inputs' | 'compute'> & {
    inputs: Readonly<Record<Name, FormulaInput>>;
    compute: (values: Readonly<Record<Name, number>>) => number;
  },
): Formula => formula;

const irradiance = { unit: 'W/m²' } as const;
const backTemp = { unit: '°C' } as const;
const modules = { unit: 'count', attribute: 'modules_per_string' } as const;
const vocStc = { unit: 'V', attribute: 'module_voc_stc' } as const;
const iscStc = { unit: 'A', attribute: 'module_isc_stc' } as const;
const alpha = { unit: '%/°C', attribute: 'module_alpha' } as const;
const beta = { unit: '%/°C', attribute: 'module_beta' } as const;
/** 0.04 to 0.06 by the editions of IEC 60891. */
const a = { unit: '1', attribute: 'module_voc_irradiance_coefficient', fallback: '0.05' } as const;
/** Open-rack modules with a glass front and a polymer back; 1 to 2 °C for glass-glass. */
const gap = { unit: '°C', attribute: 'module_dt0', fallback: '3' } as const;

const VOC_FACTOR = '(1 + beta/100·(Tc − 25) + a·ln(G/1000))';
const ISC_FACTOR = 'G/1000·(1 + alpha/100·(Tc − 25))';
const TC = 'Tc = T_back + ΔT0·G/1000';

/** Formulas a procedure may name, each with every input it takes. Nothing is implicit: an input the procedure does not name has a fallback. */
export const formulas = {
  voc_expected: define({
    ...{ unit: 'V', expression: `N·Voc_stc·${VOC_FACTOR}, ${TC}`, source: 'IEC 60891', impossibleAbove: 1.3 },
    inputs: { n_modules: modules, voc_stc: vocStc, beta, a, delta_t0: gap, irradiance, back_temp: backTemp },
    compute: expectedVoc,
  }),
  isc_expected: define({
    ...{ unit: 'A', expression: `Isc_stc·${ISC_FACTOR}, ${TC}`, source: 'IEC 60891' },
    inputs: { isc_stc: iscStc, alpha, delta_t0: gap, irradiance, back_temp: backTemp },
    compute: expectedIsc,
  }),
  voc_at_stc: define({
    ...{ unit: 'V', expression: `Voc / ${VOC_FACTOR}, ${TC}`, source: 'IEC 60891' },
    inputs: { voc: { unit: 'V' }, beta, a, delta_t0: gap, irradiance, back_temp: backTemp },
    compute: vocAtStc,
  }),
  isc_at_stc: define({
    ...{ unit: 'A', expression: `Isc / (${ISC_FACTOR}), ${TC}`, source: 'IEC 60891' },
    inputs: { isc: { unit: 'A' }, alpha, delta_t0: gap, irradiance, back_temp: backTemp },
    compute: iscAtStc,
  }),
  missing_modules: define({
    ...{ unit: 'count', expression: 'N·(1 − Voc/Voc_exp)', source: null },
    inputs: { n_modules: modules, voc: { unit: 'V' }, voc_expected: { unit: 'V' } },
    compute: missingModules,
  }),
  system_voltage: define({
    ...{ unit: 'V', expression: 'N·Voc_stc·1.25', source: 'IEC 62446-1' },
    inputs: { n_modules: modules, voc_stc: vocStc },
    compute: systemVoltage,
  }),
  fill_factor: define({
    ...{ unit: '%', expression: 'Pmax/(Voc·Isc)·100', source: null },
    inputs: { pmax: { unit: 'W' }, voc: { unit: 'V' }, isc: { unit: 'A' } },
    compute: fillFactor,
  }),
  delta_t_norm: define({
    ...{ unit: 'K', expression: '(T_hot − T_ref)·1000/G', source: null },
    inputs: { t_hot: { unit: '°C' }, t_ref: { unit: '°C' }, irradiance },
    compute: moduleDeltaT,
  }),
  connection_delta_t_norm: define({
    ...{ unit: 'K', expression: 'ΔT·(I_rated/I)^x', source: null },
    inputs: {
      delta_t: { unit: 'K' },
      i_rated: { unit: 'A', attribute: 'rated_current' },
      i_measured: { unit: 'A' },
      x: { unit: '1', fallback: '1.8' },
    },
    compute: connectionDeltaT,
  }),
  fault_position: define({
    ...{ unit: 'count', expression: 'N·V(−/⏚)/(V(+/⏚) + V(−/⏚))', source: null },
    inputs: { v_pos: { unit: 'V' }, v_neg: { unit: 'V' }, n_modules: modules },
    compute: faultPosition,
  }),
  soiling_ratio: define({
    ...{ unit: '1', expression: 'Isc_soiled/Isc_clean', source: 'IEC 61724-1' },
    inputs: { isc_soiled: { unit: 'A' }, isc_clean: { unit: 'A' } },
    compute: soilingRatio,
  }),
  sensor_soiling: define({
    ...{ unit: '%', expression: '(G2 − G1)/G2·100', source: null },
    inputs: { before: irradiance, after: irradiance },
    compute: sensorSoiling,
  }),
  cleaning_gain: define({
    ...{ unit: '%', expression: '(R2 − R1)/R1·100', source: null },
    inputs: { before: { unit: '%' }, after: { unit: '%' } },
    compute: cleaningGain,
  }),
} satisfies Record<string, Formula>;

export type FormulaName = keyof typeof formulas;
/** As a list for schemas; its order is that of the table. */
export const formulaNames = Object.keys(formulas) as FormulaName[];
