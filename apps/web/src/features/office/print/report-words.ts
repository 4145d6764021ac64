'use client';

import type { Step } from '@heliograph/domain';
import { useFormat } from '../../../platform/format.ts';
import { useLocalized } from '../../../platform/messages.ts';
import type { OpenedExecution, OpenedPlace } from '../executions/types.ts';
import { whenOf } from './report.ts';

/** Names and times of the document, in its language. */
export function useReportWords({ execution, procedure, names, places }: OpenedExecution) {
  const say = useLocalized();
  const format = useFormat();
  const stepOf = (address: string | null): Step | undefined => procedure?.steps.find(({ id }) => id === address?.split('/')[0]);
  const titleOf = (address: string | null): string => {
    const step = stepOf(address);
    return step === undefined ? '' : say(step.title);
  };
  const placeOf = (place: OpenedPlace): string =>
    `${places.indexOf(place) + 1}. ${place.item === null ? '' : `${place.item.label} · `}${titleOf(place.address) || place.step}`;
  const who = (user: string): string => names[user] ?? '–';
  /** Day and hour at the site, with a mark where only a doubtful clock says them. */
  const when = (recorded: { at: number; deviceAt: number }): string => {
    const { at, isDeviceTime } = whenOf(recorded);
    const { timeZone } = execution.site;
    return `${format.shortDay(at, timeZone)} ${format.time(at, timeZone)}${isDeviceTime ? ' *' : ''}`;
  };
  return { stepOf, titleOf, placeOf, who, when };
}
