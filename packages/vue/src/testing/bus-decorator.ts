import type { Bus, BusEvent } from '@busbar/core';
import { createTestBus, type TestBusOptions } from '@busbar/testing';
import { type ConcreteComponent, h, onScopeDispose } from 'vue';
import { provideBus } from '../provide-bus.ts';

/** What `busDecorator` takes: a bus, else how the test bus of each story is made. */
export interface BusDecoratorOptions extends TestBusOptions {
  /** The bus of the stories. Whoever made it disposes it. Default: a test bus for each story that is shown, disposed with it. */
  readonly bus?: Bus;
  /** Emits what the story finds when it is shown. */
  prepare?(bus: Bus): void;
  /** Told of every event while the story is shown: `action('busbar')` of Storybook. */
  onEvent?(event: BusEvent): void;
}

/**
 * Makes the decorator for Storybook that gives stories a bus.
 *
 * @example
 * export default {
 *   component: CartBadge,
 *   decorators: [busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 2 }) })],
 * };
 */
export function busDecorator({
  bus: given,
  prepare,
  onEvent,
  ...options
}: BusDecoratorOptions = {}): (story: () => ConcreteComponent) => ConcreteComponent {
  const setup = (): void => {
    const bus = given ?? createTestBus(options);
    const listening = onEvent && bus.on('**', (event) => onEvent(event));
    onScopeDispose(() => (given ? listening?.() : bus.dispose()));
    prepare?.(bus);
    provideBus(bus);
  };
  return (story) => {
    const decorated = story();
    return {
      setup() {
        setup();
        return () => h(decorated);
      },
    };
  };
}
