'use client';

import { isCalibrationDue, type Payload, SKIES } from '@heliograph/domain';
import { dayIn, noonOf } from '../../../platform/day.ts';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import type { OpenExecution } from '../use-execution.ts';
import { conditionsMessages } from './messages.ts';
import { type SiteReading, siteReadings } from './site-readings.ts';

export type Instrument = NonNullable<Payload<'conditions'>['instruments']>[number];

/** How the conditions of one execution are said. */
export function useConditionsWords(execution: OpenExecution) {
  const t = useMessages(conditionsMessages);
  const format = useFormat();
  const { places } = execution.assessment;
  const numberOf = ({ from }: SiteReading) => (from === null ? 0 : places.indexOf(from) + 1);
  return {
    /** The words of a known sky; another stands as it was written. */
    sky: (sky: string): string => {
      const known = SKIES.find((one) => one === sky);
      return known === undefined ? sky : t[`sky_${known}`];
    },
    /** `812 W/m² (étape 3)` */
    reading: (reading: SiteReading): string => {
      const value = format.reading(reading.value, reading.field.unit);
      return reading.from === null ? value : `${value} (${t.ofStep(numberOf(reading))})`;
    },
    readings: siteReadings(execution.state, places),
    numberOf,
    instrument: ({ name, serial, calibrated }: Instrument): string =>
      [
        `${name} ${serial}`,
        calibrated === undefined || Number.isNaN(noonOf(calibrated)) ? null : t.calibratedOn(format.shortDay(noonOf(calibrated), 'UTC')),
      ]
        .filter(Boolean)
        .join(', '),
    /** On the day the execution began, at the site. */
    isDue: (calibrated: string | undefined): boolean => isCalibrationDue(calibrated, measuredOn(execution)) === true,
  };
}

const measuredOn = ({ state, site }: OpenExecution): string => dayIn(site?.timeZone ?? 'UTC', state.start?.entry.operation.w ?? Date.now());
