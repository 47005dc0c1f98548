import type { Bus, BusEvent } from '@busbar/core';
import { createTestBus, type TestBusOptions } from '@busbar/testing';
import { provideBus } from '../provide-bus.ts';

/** What `busDecorator` takes, beside what `createTestBus` takes. */
export interface BusDecoratorOptions extends TestBusOptions {
  /** The bus of all stories. Whoever made it disposes it. Default: each story that is shown has a bus of its own. */
  readonly bus?: Bus;
  /** Called with the bus before a story renders: emit here what the story is to find. */
  prepare?(bus: Bus): void;
  /** Told of every event while a story is shown, such as `action('busbar')`. */
  onEvent?(event: BusEvent): void;
}

/** What ends the story that a canvas shows. */
const shown = new WeakMap<EventTarget, () => void>();

/**
 * Makes a decorator for Storybook (web components) that gives stories a bus: it is provided at the element that the story is
 * shown in.
 *
 * Stories on one page do not hear each other, unless they are given one `bus`. For a play function, make that bus in the file
 * of the stories: `createTestBus` makes one that can be asked what was emitted.
 *
 * @example
 * export default {
 *   component: 'cart-badge',
 *   decorators: [busDecorator({ contracts: [cart], prepare: (bus) => bus.emit(cart.changed, { count: 2 }) })],
 * };
 */
export function busDecorator({ bus: given, prepare, onEvent, ...options }: BusDecoratorOptions = {}) {
  return <Shown>(story: () => Shown, { canvasElement = document.body }: { readonly canvasElement?: EventTarget } = {}): Shown => {
    shown.get(canvasElement)?.();
    const bus = given ?? createTestBus({ source: 'story', ...options });
    prepare?.(bus);
    const stopTelling = onEvent && bus.on('**', (event) => onEvent(event), { replay: false });
    const stopProviding = provideBus(canvasElement, bus);
    shown.set(canvasElement, () => {
      stopProviding();
      stopTelling?.();
      if (!given) bus.dispose();
    });
    return story();
  };
}
