/** What a service takes for one answer, in milliseconds: 300 to 900, as one at the far end of a network would. */
export function workingTime(): number {
  return 300 + Math.random() * 600;
}
