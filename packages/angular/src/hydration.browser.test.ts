import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { createBus, createHub } from '@busbar/core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { cart } from './cart-contracts.test.fixture.ts';
import { CartPage } from './cart-page.test.fixture.ts';
import { provideBus } from './index.ts';

const pages: string[] = JSON.parse(await commands.renderOnServer('packages/angular/src/cart-page.server.test.fixture.ts', 1, 2));

function bodyOf(page: string): HTMLElement {
  return new DOMParser().parseFromString(page, 'text/html').body;
}

describe('a page that is rendered on a server', () => {
  test('shows what the bus of its own request holds, when two are rendered at once', () => {
    expect(pages.map((page) => bodyOf(page).querySelector('output')?.textContent)).toEqual(['1 in the cart', '2 in the cart']);
  });

  test('has called no handler', () => {
    expect(pages.map((page) => bodyOf(page).querySelector('p')?.textContent)).toEqual(['', '']);
  });

  test('hydrates without a warning, and goes on from there', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    document.body.innerHTML = bodyOf(pages[1]!).innerHTML;
    const output = document.querySelector('output');
    const bus = createBus({ source: 'page', hub: createHub() });
    bus.emit(cart.changed, { count: 2, total: 20 });
    const providers = [provideClientHydration(), provideZonelessChangeDetection(), provideBus(bus)];
    const application = await bootstrapApplication(CartPage, { providers });
    onTestFinished(() => application.destroy());
    await application.whenStable();
    expect(log.mock.calls.join()).toContain('Angular hydrated 1 component(s) and 5 node(s), 0 component(s) were skipped');
    expect(document.querySelector('output')).toBe(output);
    await expect.poll(() => document.querySelector('p')?.textContent).toBe('2');
    bus.emit(cart.changed, { count: 3, total: 30 });
    await expect.poll(() => output?.textContent).toBe('3 in the cart');
  });
});
