import type { Bus, SubscriptionMetrics } from '@busbar/core';
import { element } from '../dom/element.ts';
import { whileSeen } from '../dom/while-seen.ts';
import { describeState } from './describe-state.ts';
import { subscriptionTable } from './subscription-table.ts';
import { watchLagging } from './watch-lagging.ts';

const legend =
  'Once a second. Half of the events took no longer than p50, 95 in 100 no longer than p95; where many events come, some of them are measured. – is nothing yet, or too little for this browser’s clock.';

/** Who listens to what, and how they do, looked at as long as it can be seen. Calls `counted` with how many lag, seen or not. */
export function subscriptionPanel(bus: Bus, counted: (lagging: number) => void): HTMLElement {
  const lagging = watchLagging(bus, () => counted(lagging.size));
  const table = subscriptionTable();
  const nothing = element('p', { class: 'trail-nothing muted', hidden: true }, 'No subscription to show.');
  const filter = filterInput();
  const panel = element('div', { class: 'trail-events' }, tools(filter), nothing, scroller(table.element));
  let newest: readonly SubscriptionMetrics[] = [];

  function paint(): void {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = newest.filter((subscription) => fits(subscription, lagging.has(subscription.id), words));
    table.show(shown, lagging);
    nothing.hidden = shown.length > 0;
  }

  filter.addEventListener('input', paint);
  whileSeen(panel, () =>
    bus.metrics$().subscribe(({ subscriptions }) => {
      newest = subscriptions;
      paint();
    }),
  );
  return panel;
}

function fits(subscription: SubscriptionMetrics, isLagging: boolean, words: readonly string[]): boolean {
  const { source, target } = subscription;
  const searchable = `${source} ${target} ${describeState(subscription, isLagging)}`.toLowerCase();
  return words.every((word) => searchable.includes(word));
}

function filterInput(): HTMLInputElement {
  const attributes = { class: 'input', id: 'subscription-filter', placeholder: 'Filter', autocomplete: 'off' };
  return element('input', { type: 'search', ...attributes });
}

function tools(filter: HTMLElement): HTMLElement {
  const label = element('label', { class: 'visually-hidden', for: filter.id }, 'Filter the subscriptions');
  return element('div', { class: 'trail-tools' }, label, filter);
}

/** What scrolls can be reached by keyboard, so it has a name. */
function scroller(table: HTMLElement): HTMLElement {
  const attributes = { class: 'subscriptions', role: 'group', 'aria-label': 'Subscriptions', tabindex: 0 };
  return element('div', attributes, table, element('p', { class: 'subscription-legend muted' }, legend));
}
