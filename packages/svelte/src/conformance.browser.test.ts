import { type AdapterDriver, adapterConformance } from '@busbar/testing/conformance';
import { flushSync, mount, tick, unmount } from 'svelte';
import { describe, it } from 'vitest';
import Component from './conformance.test.fixture.svelte';

const driver: AdapterDriver = {
  async mount(first) {
    const component = mount(Component, { target: document.createElement('div'), props: { first } });
    flushSync();
    return {
      async update(next) {
        component.update(next);
        await tick();
      },
      settled: tick,
      async unmount() {
        await unmount(component);
        // Svelte lets go of what was read in the microtask after.
        await tick();
      },
    };
  },
};

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) it(title, run);
});
