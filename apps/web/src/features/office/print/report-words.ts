'use client';

import { type Step, stepAt } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized } from '../../../platform/messages.ts';
import { nameOfAddress } from '../executions/address-name.ts';
import type { OpenedExecution, OpenedPlace } from '../executions/types.ts';
import { whenOf } from './report.ts';

/** Names and times of the document, in its language. */
export function useReportWords({ execution, procedure, names, places }: OpenedExecution) {
  const say = useLocalized();
  const format = useFormat();
  const stepOf = (address: string | null): Step | undefined => stepAt(procedure, address);
  const titleOf = (address: string | null): string => (address === null ? '' : (nameOfAddress({ procedure, places }, address, say) ?? ''));
  const placeOf = (place: OpenedPlace): string => `${places.indexOf(place) + 1}. ${titleOf(place.address) || place.step}`;
  const who = (user: string): string => names[user] ?? '–';
  /** Day and hour at the site, with a mark where only a doubtful clock says them. */
  const when = (recorded: { at: number; deviceAt: number }): string => {
    const { at, isDeviceTime } = whenOf(recorded);
    const { timeZone } = execution.site;
    return `${format.shortDay(at, timeZone)} ${format.time(at, timeZone)}${isDeviceTime ? ' *' : ''}`;
  };
  return { stepOf, titleOf, placeOf, who, when };
}
