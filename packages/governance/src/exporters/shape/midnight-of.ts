/** When a day (`2027-01-31`) begins in UTC, undefined where there is none: `Date.parse` takes the 30th of February for the 1st of March. */
export function midnightOf(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? undefined : time;
}
