import type { Payload } from '@heliograph/domain';
import { type InstrumentForm, instrumentsSchema } from './card-form.ts';

const KEY = 'heliograph.instruments';

/** The instruments last written down on this phone: they travel with whoever carries it. */
export function usualInstruments(): readonly InstrumentForm[] {
  try {
    return instrumentsSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

export function keepInstruments(instruments: NonNullable<Payload<'conditions'>['instruments']>): void {
  if (instruments.length === 0) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(instruments.map(({ name, serial, calibrated = '' }) => ({ name, serial, calibrated }))));
  } catch {
    // Full: they are typed again next time.
  }
}
