import { type Bus, type BusError, createBus, createHub } from '@busbar/core';
import type { JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { onTestFinished } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { BusProvider } from './index.ts';

/** A page of its own: a bus on a hub that no other test sees, and what its handlers did wrong. */
export interface CartPage {
  readonly bus: Bus;
  readonly errors: BusError[];
  /** Resolves when everything that was emitted has been delivered. */
  settled(): Promise<void>;
  /** What is listened to, as a subscriber of the bus names it. */
  listening(): string[];
  /** Puts a component on the page, with the bus provided; what it shows is in the container. */
  show(component: () => JSX.Element): Shown;
}

/** A component on the page. */
export interface Shown {
  readonly container: HTMLElement;
  unmount(): void;
}

export function openCartPage(): CartPage {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'test', hub: createHub(), contracts: [cart], onError: (error) => errors.push(error) });
  return {
    bus,
    errors,
    async settled() {
      const last = bus.once(cart.settled);
      bus.emit(cart.settled, null);
      await last;
    },
    listening: () => bus.metrics().subscriptions.map(({ target }) => target),
    show: (component) => show(() => <BusProvider bus={bus}>{component()}</BusProvider>),
  };
}

/** Puts a component on the page without any bus. */
export function show(component: () => JSX.Element): Shown {
  const container = document.body.appendChild(document.createElement('main'));
  const unmount = render(component, container);
  onTestFinished(() => {
    unmount();
    container.remove();
  });
  return { container, unmount };
}
