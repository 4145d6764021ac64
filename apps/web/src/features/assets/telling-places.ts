import type { AssessedPlace } from '@heliograph/domain';

/** More would push away what one came to do; the whole record is a tap away. */
const MOST = 5;

/** What of a run tells how the equipment is: what is wrong or to be watched first, then what was measured, in working order. */
export function tellingPlaces<Place extends Pick<AssessedPlace, 'state' | 'step' | 'response'>>(places: readonly Place[]): readonly Place[] {
  const isWrong = ({ state }: Place) => state === 'failed' || state === 'watch';
  const isReading = ({ step, response }: Place) => step.kind === 'measurement' && response !== null;
  return [...places.filter(isWrong), ...places.filter((place) => isReading(place) && !isWrong(place))].slice(0, MOST);
}
