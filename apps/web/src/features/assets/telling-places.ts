import { type AssessedPlace, isKnownStep } from '@heliograph/domain';

/** More would push away what one came to do; the whole record is a tap away. */
const MOST = 5;

type Telling = Pick<AssessedPlace, 'state' | 'step' | 'response'>;

/**
 * What of a run tells how the equipment is: what is wrong or to be watched first, then what was measured, in working order. The weather of that day
 * tells something only of the equipment that measures it.
 */
export function tellingPlaces<Place extends Telling>(places: readonly Place[], equipment: string): readonly Place[] {
  const own = WEATHER_INSTRUMENTS.has(equipment) ? places : places.filter((place) => !isWeather(place));
  const isWrong = ({ state }: Place) => state === 'failed' || state === 'watch';
  const isReading = ({ step, response }: Place) => step.kind === 'measurement' && response !== null;
  return [...own.filter(isWrong), ...own.filter((place) => isReading(place) && !isWrong(place))].slice(0, MOST);
}

const WEATHER_INSTRUMENTS = new Set(['weather_station', 'pyranometer', 'reference_cell']);
/** Of sun and wind: nothing else at a plant is measured in these. */
const WEATHER_UNITS = new Set(['W/m²', 'm/s', 'km/h']);

/** Written into the step, or plain from its unit. */
const isWeather = ({ step }: Telling): boolean =>
  isKnownStep(step) && step.kind === 'measurement' && (step.fills !== undefined || WEATHER_UNITS.has(step.unit));
