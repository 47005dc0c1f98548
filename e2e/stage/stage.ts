// A bare page on which single-spa mounts and unmounts the shop's micro-frontends as often as it is told to.
import { createBus } from '@busbar/core';
import { type LifeCycles, registerApplication, start, triggerAppChange } from 'single-spa';

declare global {
  var stage: {
    /** Registers a micro-frontend, by the address of its module. */
    register(name: string, module: string): Promise<void>;
    /** Mounts it and unmounts it again, so many times. Answers how many of them put something on the page. */
    cycle(name: string, times: number): Promise<number>;
    /** How many subscriptions there are on the page's bus. */
    subscriptions(): number;
  };
}

const active = new Set<string>();
const bus = createBus({ source: 'stage' });

globalThis.stage = {
  async register(name, module) {
    const place = document.createElement('div');
    place.id = `single-spa-application:${name}`;
    document.body.append(place);
    const app = (await import(/* @vite-ignore */ module)) as LifeCycles;
    registerApplication({ name, app, activeWhen: () => active.has(name) });
  },
  async cycle(name, times) {
    const place = document.getElementById(`single-spa-application:${name}`);
    let filled = 0;
    for (let time = 0; time < times; time++) {
      active.add(name);
      await triggerAppChange();
      if (place?.textContent) filled++;
      active.delete(name);
      await triggerAppChange();
      if (place?.textContent) throw new Error(`${name} left something behind`);
    }
    return filled;
  },
  subscriptions: () => bus.metrics().subscriptions.length,
};
start();
