/**
 * Expected voltage and current of a string: the simplified form of IEC 60891's correction. It ignores series resistance;
 * errors grow below 400 W/m² and under a moving sky. Names are those of the library's inputs:
 * `irradiance` in the plane of the array (W/m²), `back_temp` of the module's back (°C), `alpha`, `beta` in % per °C,
 * `a` irradiance coefficient of Voc (0.04 to 0.06), `delta_t0` back-to-cell gap at 1,000 W/m² (°C).
 */
interface Weather {
  readonly irradiance: number;
  readonly back_temp: number;
  readonly delta_t0: number;
}

/** Cell temperature, °C. */
export const cellTemperature = ({ back_temp, delta_t0, irradiance }: Weather): number => back_temp + (delta_t0 * irradiance) / 1000;

interface VoltageInputs extends Weather {
  readonly beta: number;
  readonly a: number;
}

/** Voc over Voc at STC, as a factor. */
const voltageFactor = (inputs: VoltageInputs): number =>
  1 + (inputs.beta / 100) * (cellTemperature(inputs) - 25) + inputs.a * Math.log(inputs.irradiance / 1000);

interface CurrentInputs extends Weather {
  readonly alpha: number;
}

/** Isc over Isc at STC, as a factor. */
const currentFactor = (inputs: CurrentInputs): number => (inputs.irradiance / 1000) * (1 + (inputs.alpha / 100) * (cellTemperature(inputs) - 25));

/** Open-circuit voltage a healthy string should show, V. */
export const expectedVoc = (inputs: VoltageInputs & { n_modules: number; voc_stc: number }): number =>
  inputs.n_modules * inputs.voc_stc * voltageFactor(inputs);

/** Short-circuit current a healthy string should show, A. */
export const expectedIsc = (inputs: CurrentInputs & { isc_stc: number }): number => inputs.isc_stc * currentFactor(inputs);

/** A measured Voc brought back to STC, V. */
export const vocAtStc = (inputs: VoltageInputs & { voc: number }): number => inputs.voc / voltageFactor(inputs);

/** A measured Isc brought back to STC, A. */
export const iscAtStc = (inputs: CurrentInputs & { isc: number }): number => inputs.isc / currentFactor(inputs);

/** How many modules' voltage a string lacks. Worth showing from 0.8 on ("about one module"). */
export const missingModules = ({ n_modules, voc, voc_expected }: { n_modules: number; voc: number; voc_expected: number }): number =>
  n_modules * (1 - voc / voc_expected);

export const MISSING_MODULES_SHOWN_FROM = 0.8;

/** Fill factor of an I-V curve, %. */
export const fillFactor = ({ pmax, voc, isc }: { pmax: number; voc: number; isc: number }): number => (pmax / (voc * isc)) * 100;

/** Reference voltage for insulation tests, V: Voc at STC × 1.25 (IEC 62446-1). */
export const systemVoltage = ({ n_modules, voc_stc }: { n_modules: number; voc_stc: number }): number => n_modules * voc_stc * 1.25;
