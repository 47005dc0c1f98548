/** A payload as JSON for people, with the big integers that JSON has no word for. */
export function payloadText(value: unknown): string {
  return JSON.stringify(value, (_name, part) => (typeof part === 'bigint' ? `${part}n` : part)) ?? 'undefined';
}
