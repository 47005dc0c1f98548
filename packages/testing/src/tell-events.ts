import type { BusEvent } from '@busbar/core';

const most = 10;
const longest = 200;

/** Tells events one a line, the newest ten, for messages. */
export function tellEvents(events: readonly BusEvent[]): string {
  if (events.length === 0) return 'Nothing was emitted.';
  const lines = events.slice(-most).map(({ type, source, data }) => `  ${type} by "${source}": ${tellValue(data)}`);
  const earlier = events.length > most ? [`  … ${events.length - most} before`] : [];
  return ['Emitted:', ...earlier, ...lines].join('\n');
}

/** A payload as text, cut where it is long. */
export function tellValue(value: unknown): string {
  const text = textOf(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, inner: unknown) => toPlain(inner)) ?? String(value);
  } catch {
    return String(value);
  }
}

/** `expect.any(Number)` and its like tell themselves. */
function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  const { toAsymmetricMatcher } = Object(value) as { toAsymmetricMatcher?: () => string };
  return typeof toAsymmetricMatcher === 'function' ? toAsymmetricMatcher.call(value) : value;
}
