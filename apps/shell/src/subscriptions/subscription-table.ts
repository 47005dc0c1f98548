import type { SubscriptionMetrics } from '@busbar/core';
import { element } from '../dom/element.ts';
import { showRows } from '../trail/show-rows.ts';
import { groupSubscriptions } from './group-subscriptions.ts';
import { columnGroups } from './subscription-columns.ts';
import { fillGroupRow, fillRow, groupRow, subscriptionRow } from './subscription-row.ts';

/** A table of subscriptions, each below its micro-frontend. */
export interface SubscriptionTable {
  readonly element: HTMLElement;
  /** Brings the table in line with the newest figures: rows come and go, all else changes in its place. */
  show(subscriptions: readonly SubscriptionMetrics[], lagging: ReadonlySet<number>): void;
}

/** Makes the table, without rows to begin with. */
export function subscriptionTable(): SubscriptionTable {
  const body = element('tbody', { role: 'rowgroup' });
  /** By the id of a subscription, or the name of a micro-frontend. */
  const rows = new Map<number | string, HTMLTableRowElement>();
  const attributes = { class: 'subscription-table', role: 'table', 'aria-label': 'Subscriptions by micro-frontend' };

  return {
    element: element('table', attributes, heads(), body),
    show(subscriptions, lagging) {
      const groups = groupSubscriptions(subscriptions);
      const byId = new Map(subscriptions.map((subscription) => [subscription.id, subscription]));
      const items = groups.flatMap(({ name, subscriptions }) => [name, ...subscriptions.map(({ id }) => id)]);
      showRows(body, items, rows, (item) => (typeof item === 'string' ? groupRow(item) : subscriptionRow(byId.get(item)!)));
      for (const group of groups) fillGroupRow(rows.get(group.name)!, group, lagging);
      for (const [id, subscription] of byId) fillRow(rows.get(id)!, subscription, lagging.has(id));
    },
  };
}

function heads(): HTMLElement {
  const above = columnGroups.map(({ head: text, columns }) =>
    text === undefined ? head(columns[0]!.head, { rowspan: 2 }) : head(text, { scope: 'colgroup', colspan: columns.length }),
  );
  const below = columnGroups.flatMap(({ head: text, columns }) =>
    text === undefined ? [] : columns.map((column) => head(column.head)),
  );
  const names = [
    head('Listens to', { rowspan: 2, class: 'subscription-name' }),
    head('State', { rowspan: 2, class: 'subscription-state' }),
  ];
  const row = (...cells: HTMLElement[]): HTMLElement => element('tr', { role: 'row' }, ...cells);
  return element('thead', { role: 'rowgroup' }, row(...names, ...above), row(...below));
}

function head(text: string, attributes: Readonly<Record<string, string | number>> = {}): HTMLElement {
  return element('th', { scope: 'col', role: 'columnheader', ...attributes }, text);
}
