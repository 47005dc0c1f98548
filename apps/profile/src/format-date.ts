const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat('en-IE', { timeStyle: 'short' });

/** Writes the day of a moment for people, in their time zone: `3 September 2026`. */
export function formatDay(moment: string): string {
  return day.format(new Date(moment));
}

/** Writes the time of day of a moment in milliseconds since the epoch: `14:05`. */
export function formatClock(moment: number): string {
  return clock.format(moment);
}
