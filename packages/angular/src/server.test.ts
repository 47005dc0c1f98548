// Compiled as it loads: no plugin stands between this test and Node.
import '@angular/compiler';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { type Bus, createBus } from '@busbar/core';
import { describe, expect, test, vi } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { withContracts, withSource } from './features.ts';
import { injectBus, injectEmit, injectEvent, injectEventState, provideBus } from './index.ts';
import { injectDeadLetters, injectMetrics } from './panel.ts';

const handler = vi.fn();
const buses: Bus[] = [];

class Page {
  readonly bus = injectBus();
  readonly count = injectEventState(cart.changed, { initial: { count: 0, total: 0 }, select: ({ count }) => count });
  readonly letters = injectDeadLetters();
  readonly metrics = injectMetrics(60_000);

  constructor() {
    buses.push(this.bus);
    injectEvent(cart.changed, handler);
    injectEmit(cart.changed)({ count: 3, total: 30 });
  }
}

const PageComponent = Component({
  selector: 'busbar-page',
  template: '{{ count() }} {{ letters().length }} {{ metrics().emitted }}',
})(Page) as typeof Page;

function render(): Promise<string> {
  const bus = provideBus(() => createBus({ source: 'request' }), withContracts(cart), withSource('page'));
  const providers = [provideServerRendering(), provideZonelessChangeDetection(), bus];
  return renderApplication((context) => bootstrapApplication(PageComponent, { providers }, context), {
    document: '<html><head></head><body><busbar-page></busbar-page></body></html>',
  });
}

describe('on a server', () => {
  test('renders without a window, with what the bus of the request holds, and calls no handler', async () => {
    expect(globalThis).not.toHaveProperty('window');
    expect(await render()).toMatch(/<busbar-page[^>]*>3 0 0</);
    expect(handler).not.toHaveBeenCalled();
  });

  test('leaves nothing behind when a request is answered', async () => {
    await render();
    const bus = buses.at(-1)!;
    expect(bus.disposed).toBe(true);
    expect(bus.metrics().subscriptions).toEqual([]);
    expect(bus.hub.letterWatchers?.size).toBe(0);
  });
});
