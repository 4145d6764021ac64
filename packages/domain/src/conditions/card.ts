import { compareDecimals, type Decimal, toDecimal } from '../decimal.ts';
import type { ExecutionState } from '../execution/fold.ts';
import type { LogEntry } from '../execution/log.ts';
import { CONDITIONS } from '../execution/register.ts';
import type { SiteCondition } from '../measurement/definition.ts';
import type { Payload } from '../operation/index.ts';
import type { Localized } from '../text.ts';

/** One reading of the card: how it is written, and between which values it can be believed. */
export interface ConditionField {
  readonly name: SiteCondition;
  /** Its key in the `conditions` operation. */
  readonly key: 'irradiance' | 'moduleTemperature' | 'airTemperature' | 'wind';
  readonly unit: string;
  readonly decimals: number;
  readonly label: Localized;
  /** A number beyond these is asked about, never refused. */
  readonly believable: { readonly min: Decimal; readonly max: Decimal };
}

const field = (field: Omit<ConditionField, 'believable'>, min: string, max: string): ConditionField => ({
  ...field,
  // Written here as canonical decimals.
  believable: { min: toDecimal(min) ?? ZERO, max: toDecimal(max) ?? ZERO },
});
const ZERO = '0' as Decimal;

/** The readings of the conditions on site, in the order of the card. */
export const conditionFields: readonly ConditionField[] = [
  field(
    { name: 'irradiance', key: 'irradiance', unit: 'W/m²', decimals: 0, label: { fr: 'Éclairement dans le plan', en: 'In-plane irradiance' } },
    '0',
    '1500',
  ),
  field(
    {
      name: 'module_temperature',
      key: 'moduleTemperature',
      unit: '°C',
      decimals: 1,
      label: { fr: 'Température du module', en: 'Module temperature' },
    },
    '-30',
    '100',
  ),
  field(
    { name: 'air_temperature', key: 'airTemperature', unit: '°C', decimals: 1, label: { fr: 'Température de l’air', en: 'Air temperature' } },
    '-40',
    '55',
  ),
  field({ name: 'wind', key: 'wind', unit: 'm/s', decimals: 1, label: { fr: 'Vent', en: 'Wind' } }, '0', '60'),
];

/** The sky as it is chosen on the card; another word typed is kept as it is. */
export const SKIES = ['clear', 'thin_clouds', 'broken_clouds', 'overcast', 'rain', 'night'] as const;

/** Whether a reading is so far out that the person is asked whether it is meant. */
export function isUnbelievable({ believable }: ConditionField, reading: Decimal): boolean {
  return compareDecimals(reading, believable.min) < 0 || compareDecimals(reading, believable.max) > 0;
}

/** The conditions that stand, and who wrote them down. */
export interface ConditionsCard {
  readonly values: Payload<'conditions'>;
  readonly entry: LogEntry;
  /** Colleagues who did not see each other's card: both are in the history, the later one is used. */
  readonly isConflict: boolean;
}

/** The card of an execution; null where nobody filled it in. */
export function conditionsCard({ registers, conditions }: Pick<ExecutionState, 'registers' | 'conditions'>): ConditionsCard | null {
  const register = registers.get(CONDITIONS);
  const entry = register?.effective ?? null;
  return register === undefined || entry === null || conditions === null ? null : { values: conditions, entry, isConflict: register.isConflict };
}

/** Months after which the calibration of a field instrument is due (handbook: yearly, unless its maker says otherwise). */
export const CALIBRATION_MONTHS = 12;

/**
 * Whether an instrument should have been calibrated again by that day; null where its date is not given or no date.
 * @param calibrated the day on its certificate, `YYYY-MM-DD`
 */
export function isCalibrationDue(calibrated: string | undefined, day: string, months: number = CALIBRATION_MONTHS): boolean | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(calibrated ?? '') ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const due = new Date(Date.UTC(Number(year), Number(month) - 1 + months, 1));
  // The last day of a shorter month stands for the 31st.
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(Number(date), last));
  return day > due.toISOString().slice(0, 10);
}
