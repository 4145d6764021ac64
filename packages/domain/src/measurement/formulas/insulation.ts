/**
 * Where a single hard earth fault sits, in modules counted from the negative end.
 * @param v_pos, v_neg pole-to-earth voltages as positive values, V
 */
export const faultPosition = ({ n_modules, v_pos, v_neg }: { n_modules: number; v_pos: number; v_neg: number }): number =>
  (n_modules * v_neg) / (v_pos + v_neg);

/** The position means something only when the two voltages add up to about Voc. Within 5 %, the tolerance between identical strings. */
export const isHardFault = ({ v_pos, v_neg, voc }: { v_pos: number; v_neg: number; voc: number }): boolean =>
  Math.abs(v_pos + v_neg - voc) <= 0.05 * voc;

/** Insulation of strings measured together, MΩ: 24 sound strings of 20 MΩ read 0.83 MΩ. Split a group before declaring a fault. */
export const parallelInsulation = (megohms: readonly number[]): number => 1 / megohms.reduce((sum, resistance) => sum + 1 / resistance, 0);

/**
 * Voltage of the insulation test, V (IEC 62446-1), never above what the equipment bears.
 * @param reference system voltage, V: see `systemVoltage`
 * @param rated highest voltage of the equipment, V; null where unknown
 */
export const insulationTestVoltage = (reference: number, rated: number | null): number =>
  Math.min(testVoltageClass(reference), rated ?? Number.POSITIVE_INFINITY);

function testVoltageClass(reference: number): 250 | 500 | 1000 | 1500 {
  if (reference < 120) return 250;
  if (reference <= 500) return 500;
  return reference <= 1000 ? 1000 : 1500;
}
