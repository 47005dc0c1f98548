import type { Bus } from '@busbar/core';
import { shell } from 'contracts';
import { element } from '../dom/element.ts';

const looksEvery = 400;

/** Says how many events wait for checkout, for as long as checkout is told to be slow. */
export function checkoutQueue(bus: Bus): HTMLElement {
  const text = element('p', { class: 'muted', hidden: true });
  let looking: ReturnType<typeof setInterval> | undefined;

  function look(): void {
    const waiting = waitingFor(bus, 'checkout');
    text.textContent = waiting === 1 ? '1 event waits for checkout.' : `${waiting} events wait for checkout.`;
  }

  bus.on(
    shell.faultSwitched,
    ({ data }) => {
      clearInterval(looking);
      text.hidden = !data.on;
      if (!data.on) return;
      look();
      looking = setInterval(look, looksEvery);
    },
    { where: ({ data }) => data.fault === 'checkout-slow' },
  );
  return text;
}

/** The depth of all queues of a micro-frontend, whatever part of it listens. */
function waitingFor(bus: Bus, application: string): number {
  const its = bus.metrics().subscriptions.filter(({ source }) => source === application || source.startsWith(`${application}/`));
  return its.reduce((sum, { queueDepth }) => sum + queueDepth, 0);
}
