import type { SubscriptionMetrics } from '@busbar/core';
import { element } from '../dom/element.ts';
import { describeState } from './describe-state.ts';
import type { SubscriptionGroup } from './group-subscriptions.ts';
import { columns } from './subscription-columns.ts';

/** The row of a subscription, its figures still empty. Roles are written out: styles that take a table apart take them away. */
export function subscriptionRow({ id, source, target }: SubscriptionMetrics): HTMLTableRowElement {
  const isPart = source.includes('/');
  return element(
    'tr',
    { class: 'subscription', role: 'row' },
    element(
      'th',
      { class: 'subscription-name', scope: 'row', role: 'rowheader' },
      ...breakable(target),
      ' ',
      element('span', { class: 'subscription-id' }, isPart ? `${source}, id ${id}` : `id ${id}`),
    ),
    element('td', { class: 'subscription-state', role: 'cell' }, element('span'), element('span')),
    ...columns.map(({ label }) => element('td', { class: 'number', role: 'cell', 'data-label': label })),
  );
}

/** Lets a name go on in the next line after a colon. */
function breakable(name: string): (Node | string)[] {
  return name.split(/(?<=:)/).flatMap((part) => [element('wbr'), part]);
}

/** Writes the newest figures into a row. What has not changed stays untouched. */
export function fillRow(row: HTMLTableRowElement, subscription: SubscriptionMetrics, isLagging: boolean): void {
  const [, stateCell, ...cells] = row.cells;
  const [state, policy] = stateCell!.children;
  write(state!, describeState(subscription, isLagging));
  for (const name of ['badge', 'badge-warning']) state!.classList.toggle(name, isLagging);
  write(policy!, subscription.policy === undefined ? '' : `policy ${subscription.policy}`);
  for (const [index, { textOf }] of columns.entries()) write(cells[index]!, textOf(subscription));
}

/** The row above the subscriptions of a micro-frontend. */
export function groupRow(name: string): HTMLTableRowElement {
  const head = element(
    'th',
    { scope: 'colgroup', role: 'columnheader', colspan: columns.length + 2 },
    element('span', { class: 'subscription-group-name' }, name),
    ' ',
    element('span', { class: 'muted' }),
  );
  return element('tr', { class: 'subscription-group', role: 'row' }, head);
}

/** Writes what all subscriptions of a micro-frontend come to. */
export function fillGroupRow(row: HTMLTableRowElement, { subscriptions }: SubscriptionGroup, lagging: ReadonlySet<number>): void {
  const waiting = subscriptions.reduce((sum, { queueDepth }) => sum + queueDepth, 0);
  const behind = subscriptions.filter(({ id }) => lagging.has(id)).length;
  const words = [
    subscriptions.length === 1 ? '1 subscription' : `${subscriptions.length} subscriptions`,
    waiting === 1 ? '1 event waits' : waiting > 1 && `${waiting} events wait`,
    behind > 0 && `${behind} lagging`,
  ];
  write(row.querySelector('.muted')!, words.filter(Boolean).join(', '));
}

function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
