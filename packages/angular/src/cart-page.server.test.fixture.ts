import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication, provideClientHydration } from '@angular/platform-browser';
import { provideServerRendering, renderApplication } from '@angular/platform-server';
import { createBus } from '@busbar/core';
import { CartPage, REQUEST } from './cart-page.test.fixture.ts';
import { provideBus } from './index.ts';

/** Renders a page for each count, all at once: none goes on to load its cart before all have begun. Answers a list of pages as JSON. */
export async function render(...counts: number[]): Promise<string> {
  let begun = 0;
  let go = (): void => {};
  const allBegun = new Promise<void>((resolve) => {
    go = resolve;
  });
  const loaded = (): Promise<void> => {
    if (++begun === counts.length) go();
    return allBegun;
  };
  return JSON.stringify(await Promise.all(counts.map((count) => renderRequest({ count, loaded }))));
}

function renderRequest(request: { count: number; loaded(): Promise<void> }): Promise<string> {
  const providers = [
    provideServerRendering(),
    provideClientHydration(),
    provideZonelessChangeDetection(),
    provideBus(() => createBus({ source: `request ${request.count}` })),
    { provide: REQUEST, useValue: request },
  ];
  return renderApplication((context) => bootstrapApplication(CartPage, { providers }, context), {
    document: '<!doctype html><html><head></head><body><busbar-cart-page></busbar-cart-page></body></html>',
  });
}
