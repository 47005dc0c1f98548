'use client';

import type { Bus } from '@busbar/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BusProvider } from '../bus-provider.ts';
import { acting, renderAsOnPage } from './acting.ts';

/** What `renderWithBus` takes: what `createTestBus` takes, or a bus. */
export interface RenderWithBusOptions<Given extends Bus = TestBus> extends TestBusOptions {
  /** The bus to provide. Whoever made it disposes it. Default: a test bus of the other options. */
  readonly bus?: Given;
}

/** Components on the page, and the bus that they have. */
export interface RenderedWithBus<Given extends Bus = TestBus> {
  readonly bus: Given;
  /** The element that they were rendered into, in the body of the page. */
  readonly container: HTMLElement;
  /** Renders something else in the same place, with the same bus. */
  readonly rerender: (ui: ReactNode) => Promise<void>;
  /** Takes them off the page. The bus is still there to be asked. */
  readonly unmount: () => Promise<void>;
}

const ends = new Set<() => Promise<void> | void>();

/**
 * Renders components with a bus around them, and resolves once their effects have run: they listen by then.
 *
 * `cleanup` takes everything off the page again; it runs by itself after each test where `afterEach` is a global.
 *
 * @example
 * const { bus, container } = await renderWithBus(<CartBadge />, { contracts: [cart] });
 * bus.emit(cart.changed, { count: 2 });
 * await bus.flush();
 * expect(container.textContent).toContain('2 in the cart');
 */
export async function renderWithBus<Given extends Bus = TestBus>(
  ui: ReactNode,
  { bus: given, ...options }: RenderWithBusOptions<Given> = {},
): Promise<RenderedWithBus<Given>> {
  if (ends.size === 0) ends.add(renderAsOnPage());
  const bus = given ?? createTestBus(options);
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const rerender = (next: ReactNode): Promise<void> => acting(() => root.render(<BusProvider bus={bus}>{next}</BusProvider>));
  const unmount = async (): Promise<void> => {
    ends.delete(unmount);
    await acting(() => root.unmount());
    container.remove();
  };
  if (!given) ends.add(() => bus.dispose());
  ends.add(unmount);
  await rerender(ui);
  return { bus: bus as Given, container, rerender, unmount };
}

/** Takes off the page what `renderWithBus` put there, and disposes the buses that it made. */
export async function cleanup(): Promise<void> {
  for (const end of [...ends].reverse()) {
    ends.delete(end);
    await end();
  }
}

const { afterEach } = globalThis as { afterEach?(end: () => Promise<void>): void };
afterEach?.(cleanup);
