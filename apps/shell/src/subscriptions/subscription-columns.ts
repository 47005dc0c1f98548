import type { SubscriptionMetrics } from '@busbar/core';
import { formatDuration } from './format-duration.ts';

/** One figure of a subscription. */
export interface SubscriptionColumn {
  /** What it is called where it stands alone. */
  readonly label: string;
  /** What it is called below the head of its group. */
  readonly head: string;
  textOf(subscription: SubscriptionMetrics): string;
}

/** Columns that belong together, with a head of their own; or one alone. */
export interface SubscriptionColumnGroup {
  readonly head?: string;
  readonly columns: readonly SubscriptionColumn[];
}

const number = new Intl.NumberFormat('en-IE');

/** The figures of a subscription, in the order in which they are shown. */
export const columnGroups: readonly SubscriptionColumnGroup[] = [
  count('Delivered', ({ delivered }) => delivered),
  count('Waiting', ({ queueDepth }) => queueDepth),
  { columns: [{ label: 'Oldest', head: 'Oldest', textOf: ({ age }) => formatDuration(age) }] },
  count('Failed', ({ failed }) => failed),
  count('Retried', ({ retried }) => retried),
  count('Dead', ({ dead }) => dead),
  percentiles('Waiting time', 'Waited', ({ waitingTime }) => waitingTime),
  percentiles('Handling time', 'Handled', ({ handlingTime }) => handlingTime),
];

/** The same without their groups. */
export const columns: readonly SubscriptionColumn[] = columnGroups.flatMap((group) => group.columns);

function count(label: string, of: (subscription: SubscriptionMetrics) => number): SubscriptionColumnGroup {
  return { columns: [{ label, head: label, textOf: (subscription) => number.format(of(subscription)) }] };
}

function percentiles(
  head: string,
  verb: string,
  of: (subscription: SubscriptionMetrics) => SubscriptionMetrics['waitingTime'],
): SubscriptionColumnGroup {
  const column = (name: 'p50' | 'p95'): SubscriptionColumn => ({
    label: `${verb} ${name}`,
    head: name,
    textOf: (subscription) => formatDuration(of(subscription)[name]),
  });
  return { head, columns: [column('p50'), column('p95')] };
}
