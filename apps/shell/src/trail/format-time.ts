const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The time of day to the millisecond, as people in front of the page have it: `14:03:22.105`. */
export function formatTime(time: number): string {
  return clock.format(time);
}
