/** What JSON makes of a value, deeply frozen: the same now as after it was read from a store. @throws TypeError for what JSON has no words for. */
export function toPlain(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text, (_key, inner) => Object.freeze(inner));
}
