/** Calendars are slow to make; each zone's is made once. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant at a site, `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: number): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(at);
}

/** Noon of a day, for writing it: no clock of the world is then on another one. Format it in `UTC`. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
