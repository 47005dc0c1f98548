import type { Lifecycle } from '../contracts/described-contract.ts';

const order = ['draft', 'stable', 'deprecated'];

/** Which stage a contract is in: `draft`, `stable` or `deprecated`. */
export function stageOf(lifecycle: Lifecycle): string {
  return typeof lifecycle === 'string' ? lifecycle : 'deprecated';
}

/** Whether the second stage lies before the first, which no contract may go. */
export function isReversed(from: Lifecycle, to: Lifecycle): boolean {
  return order.indexOf(stageOf(to)) < order.indexOf(stageOf(from));
}

/** Whether it is deprecated and its date has come. */
export function isRetired(lifecycle: Lifecycle, today: string): boolean {
  return typeof lifecycle === 'object' && isDate(lifecycle.deprecated) && lifecycle.deprecated <= today;
}

/** Whether a text is a day of the calendar, as `2026-11-22`. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}
