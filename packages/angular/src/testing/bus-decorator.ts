import type { ApplicationConfig } from '@angular/core';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import type { BusEvent } from '@busbar/core';
import type { TestBus } from '@busbar/testing';
import { type BusTestingOptions, provideBusTesting, TEST_BUS } from './provide-bus-testing.ts';

/** How the bus of a story is made. */
export interface BusDecoratorOptions extends BusTestingOptions {
  /** Says what has happened before the story begins, such as the events that it finds retained. */
  prepare?(bus: TestBus): void;
  /** Told of every event of the story, such as `action('busbar')`. */
  onEvent?(event: BusEvent): void;
}

/** What a story of Storybook's Angular renderer gives, as far as providers are concerned. */
export interface StoryWithConfig {
  applicationConfig?: ApplicationConfig;
}

/**
 * Decorates stories of Storybook with a bus for each, on a hub of its own, so that stories do not hear each other.
 *
 * @example
 * export default { component: CartBadge, decorators: [busDecorator({ prepare: (bus) => bus.emit(cart.changed, { count: 2 }) })] };
 */
export function busDecorator({ prepare, onEvent, ...options }: BusDecoratorOptions = {}) {
  return <Story extends StoryWithConfig>(story: () => Story): Story => {
    const given = story();
    const providers = [
      ...(given.applicationConfig?.providers ?? []),
      provideBusTesting(options),
      provideEnvironmentInitializer(() => {
        const bus = inject(TEST_BUS);
        if (onEvent) bus.on('**', (event) => onEvent(event));
        prepare?.(bus);
      }),
    ];
    return { ...given, applicationConfig: { ...given.applicationConfig, providers } };
  };
}
