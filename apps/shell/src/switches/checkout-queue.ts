import type { Bus, BusMetrics } from '@busbar/core';
import { shell } from 'contracts';
import { element } from '../dom/element.ts';

const looksEvery = 400;

/** Says how many events wait for checkout, for as long as checkout is told to be slow. */
export function checkoutQueue(bus: Bus): HTMLElement {
  const text = element('p', { class: 'muted', hidden: true });
  let looking: { unsubscribe(): void } | undefined;

  function show(metrics: BusMetrics): void {
    const waiting = waitingFor('checkout', metrics);
    text.textContent = waiting === 1 ? '1 event waits for checkout.' : `${waiting} events wait for checkout.`;
  }

  bus.on(
    shell.faultSwitched,
    ({ data }) => {
      looking?.unsubscribe();
      text.hidden = !data.on;
      looking = data.on ? bus.metrics$(looksEvery).subscribe(show) : undefined;
    },
    { where: ({ data }) => data.fault === 'checkout-slow' },
  );
  return text;
}

/** The depth of all queues of a micro-frontend, whatever part of it listens. */
function waitingFor(application: string, { subscriptions }: BusMetrics): number {
  const its = subscriptions.filter(({ source }) => source === application || source.startsWith(`${application}/`));
  return its.reduce((sum, { queueDepth }) => sum + queueDepth, 0);
}
