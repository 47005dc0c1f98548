import type { Bus } from '@busbar/core';
import type { Plugin } from 'vue';
import { busKey } from './bus-key.ts';

/**
 * Makes the plugin that gives every component and store of an app its bus.
 *
 * Whoever made the bus disposes it, after `app.unmount()`; the plugin does not.
 *
 * @example
 * createApp(Checkout).use(createBusPlugin(createBus({ source: 'checkout' }))).mount('#checkout');
 */
export function createBusPlugin(bus: Bus): Plugin {
  return (app) => app.provide(busKey, bus);
}
