interface Period {
  /** kWh */
  readonly energy: number;
  /** kWp */
  readonly peak: number;
  /** kWh/m² in the plane of the array */
  readonly irradiation: number;
}

/** Performance ratio, as a fraction (IEC 61724-1): the 1 kW/m² reference cancels. */
export const performanceRatio = ({ energy, peak, irradiation }: Period): number => energy / (peak * irradiation);

/**
 * Performance ratio corrected to 25 °C over several periods, as a fraction.
 * @param gamma coefficient of Pmax, % per °C (negative)
 */
export function correctedPerformanceRatio(periods: readonly (Period & { module_temp: number })[], gamma: number): number {
  const energy = periods.reduce((sum, period) => sum + period.energy, 0);
  const expected = periods.reduce(
    (sum, { peak, irradiation, module_temp }) => sum + peak * irradiation * (1 + (gamma / 100) * (module_temp - 25)),
    0,
  );
  return energy / expected;
}

/** Isc of the soiled over Isc of its clean twin at the same moment; the loss is 1 minus this (IEC 61724-1). */
export const soilingRatio = ({ isc_soiled, isc_clean }: { isc_soiled: number; isc_clean: number }): number => isc_soiled / isc_clean;

/** What dirt hid from a sensor, % of the clean reading. */
export const sensorSoiling = ({ before, after }: { before: number; after: number }): number => ((after - before) / after) * 100;

/** What cleaning brought, %; both inputs are the cleaned string over its control string, %. */
export const cleaningGain = ({ before, after }: { before: number; after: number }): number => ((after - before) / before) * 100;
