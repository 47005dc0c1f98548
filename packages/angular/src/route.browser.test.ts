import './zoneless-test-bed.test.fixture.ts';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { withSource } from './features.ts';
import { injectBus, injectEmit, injectEvent, provideBus } from './index.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

@Component({ selector: 'busbar-orders', template: '{{ bus.source }}' })
class Orders {
  readonly bus = injectBus();
  readonly heard: string[] = [];
  readonly emit = injectEmit(cart.itemAdded);
  readonly stop = injectEvent(cart.itemRemoved, ({ data, source }) => this.heard.push(`${data.sku} by ${source}`));
}

const routes: Routes = [
  { path: 'orders', component: Orders, providers: [provideBus(withSource('orders', { publish: ['cart:itemAdded'] }))] },
  { path: '**', children: [] },
];

describe('a route with a bus of its own', () => {
  test('gives its components a scope of the bus above', async () => {
    const { bus } = provideTestBus();
    TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
    const harness = await RouterTestingHarness.create();
    const orders = await harness.navigateByUrl('/orders', Orders);
    expect(harness.routeNativeElement?.textContent).toBe('orders');
    expect(orders.emit({ sku: 'lamp' }).source).toBe('orders');
    bus.emit(cart.itemRemoved, { sku: 'desk' });
    await expect.poll(() => orders.heard).toEqual(['desk by test']);
  });

  test('hears nothing once the route is left', async () => {
    const { bus } = provideTestBus();
    TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
    const harness = await RouterTestingHarness.create('/orders');
    expect(bus.metrics().subscriptions).toMatchObject([{ source: 'orders', target: 'cart:itemRemoved' }]);
    await harness.navigateByUrl('/elsewhere');
    expect(bus.metrics().subscriptions).toEqual([]);
  });
});
