import { type Bus, type BusError, createBus, createHub } from '@busbar/core';
import { onTestFinished } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { provideBus } from './provider.ts';

/** A page of its own: a bus on a hub that no other test sees, and what its handlers did wrong. */
export interface CartPage {
  readonly bus: Bus;
  readonly errors: BusError[];
  /** An element on the page, below which the bus is provided. */
  readonly root: HTMLElement;
  /** Ends the providing. */
  endProviding(): void;
  /** Resolves when everything that was emitted has been delivered. */
  settled(): Promise<void>;
  /** What is listened to, as a subscriber of the bus names it. */
  listening(): string[];
}

export function openCartPage(): CartPage {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'test', hub: createHub(), contracts: [cart], onError: (error) => errors.push(error) });
  const root = document.body.appendChild(document.createElement('main'));
  const endProviding = provideBus(root, bus);
  onTestFinished(() => root.remove());
  return {
    bus,
    errors,
    root,
    endProviding,
    async settled() {
      const last = bus.once(cart.settled);
      bus.emit(cart.settled, null);
      await last;
    },
    listening: () => bus.metrics().subscriptions.map(({ target }) => target),
  };
}

/** Puts a new element of a class into another, and gives it. */
export function put<Made extends HTMLElement>(parent: Node, Class: new () => Made): Made {
  if (!customElements.getName(Class)) customElements.define(`test-element-${names.next().value}`, Class);
  const element = new Class();
  parent.appendChild(element);
  return element;
}

const names = (function* count() {
  for (let number = 1; ; number += 1) yield number;
})();
