import { daySchema } from '@heliograph/domain';

const DAY_MS = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** The day of an instant by this device's calendar, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days later, whatever the clocks do in between. */
export const daysAfter = (day: string, days: number): string => new Date(instantOfDay(day) + days * DAY_MS).toISOString().slice(0, 10);

/** When a day begins by this device's clock, ms. */
export const startOfDay = (day: string): number => new Date(`${day}T00:00`).getTime();

/** A day as an instant for a formatter that is told UTC: it is a day, wherever it is read. */
export const instantOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const isDay = (text: string): boolean => daySchema.safeParse(text).success;
