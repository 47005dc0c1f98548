import type { Bus, BusEvent } from '@busbar/core';
import { createTestBus, type TestBusOptions } from '@busbar/testing';
import type { Component } from 'svelte';
import { setBus } from '../bus-context.ts';
import { effect } from '../effect.svelte.ts';

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
export function busDecorator(options: BusDecoratorOptions = {}): () => { Component: Component } {
  // A component as the compiler makes them: Storybook renders the story as its children.
  const scope = (anchor: unknown, { children }: { children?: (anchor: unknown) => void }): void => {
    giveBus(options);
    children?.(anchor);
  };
  return () => ({ Component: scope as unknown as Component });
}

function giveBus({ bus: given, prepare, onEvent, ...options }: BusDecoratorOptions): void {
  const bus = given ?? createTestBus(options);
  const listening = onEvent && bus.on('**', (event) => onEvent(event));
  effect(() => () => (given ? listening?.() : bus.dispose()));
  prepare?.(bus);
  setBus(bus);
}
