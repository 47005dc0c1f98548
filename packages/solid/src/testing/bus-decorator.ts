import type { Bus, BusEvent } from '@busbar/core';
import { createTestBus, type TestBusOptions } from '@busbar/testing';
import { createComponent, type JSX, onCleanup } from 'solid-js';
import { BusProvider } from '../bus-provider.ts';

/** What `busDecorator` takes, beside what `createTestBus` takes. */
export interface BusDecoratorOptions extends TestBusOptions {
  /** The bus of all stories. Whoever made it disposes it. Default: each story that is shown has a bus of its own. */
  readonly bus?: Bus;
  /** Called with the bus before a story renders: emit here what the story is to find. */
  prepare?(bus: Bus): void;
  /** Told of every event while a story is shown, such as `action('busbar')`. */
  onEvent?(event: BusEvent): void;
}

/**
 * Makes a decorator for Storybook that gives stories a bus.
 *
 * Stories on one page do not hear each other, unless they are given one `bus`. For a play function, make that bus in the file
 * of the stories: `createTestBus` makes one that can be asked what was emitted.
 *
 * @example
 * export default {
 *   component: CartBadge,
 *   decorators: [busDecorator({ contracts: [cart], prepare: (bus) => bus.emit(cart.changed, { count: 2 }) })],
 * };
 */
export function busDecorator(options: BusDecoratorOptions = {}): (Story: () => JSX.Element) => JSX.Element {
  return (Story) => createComponent(StoryBus, { options, Story });
}

function StoryBus({ options, Story }: { readonly options: BusDecoratorOptions; readonly Story: () => JSX.Element }): JSX.Element {
  const { bus: given, prepare, onEvent, ...rest } = options;
  const bus = given ?? createTestBus({ source: 'story', ...rest });
  if (!given) onCleanup(() => bus.dispose());
  prepare?.(bus);
  if (onEvent) onCleanup(bus.on('**', (event) => onEvent(event), { replay: false }));
  return createComponent(BusProvider, {
    bus,
    get children() {
      return createComponent(Story, {});
    },
  });
}
