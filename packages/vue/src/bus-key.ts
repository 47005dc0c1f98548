import type { Bus } from '@busbar/core';
import type { InjectionKey } from 'vue';

/** Where the bus is injected from. One key for all copies of this package, so that a bundled library finds the app's bus. */
export const busKey: InjectionKey<Bus> = Symbol.for('busbar.vue');
