'use client';

import type { Bus, BusEvent } from '@busbar/core';
import { createTestBus, type TestBusOptions } from '@busbar/testing';
import { type ReactElement, type ReactNode, useInsertionEffect, useState } from 'react';
import { BusProvider } from '../bus-provider.ts';

/** What `busDecorator` takes, beside what `createTestBus` takes. */
export interface BusDecoratorOptions extends TestBusOptions {
  /** The bus of all stories. Default: each story that is shown has a bus of its own. */
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
export function busDecorator(options: BusDecoratorOptions = {}): (Story: () => ReactNode) => ReactElement {
  return (Story) => (
    <StoryBus options={options}>
      <Story />
    </StoryBus>
  );
}

function StoryBus({ options, children }: { readonly options: BusDecoratorOptions; readonly children: ReactNode }): ReactElement {
  const { onEvent } = options;
  const [bus] = useState(() => openBus(options));
  // Before the effects of the story, which may emit.
  useInsertionEffect(() => onEvent && bus.on('**', (event) => onEvent(event), { replay: false }), [bus, onEvent]);
  return <BusProvider bus={bus}>{children}</BusProvider>;
}

function openBus({ bus: given, prepare, onEvent: _, ...options }: BusDecoratorOptions): Bus {
  const bus = given ?? createTestBus({ source: 'story', ...options });
  prepare?.(bus);
  return bus;
}
