import type { Bus } from '@busbar/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import { createComponent, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { BusProvider } from '../bus-provider.ts';

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
  /** Takes them off the page. The bus is still there to be asked. */
  unmount(): void;
}

const ends = new Set<() => void>();

/**
 * Renders components with a bus around them. They are on the page and listen when it returns.
 *
 * `cleanup` takes everything off the page again; it runs by itself after each test where `afterEach` is a global.
 *
 * @example
 * const { bus, container } = renderWithBus(() => <CartBadge />, { contracts: [cart] });
 * bus.emit(cart.changed, { count: 2 });
 * await bus.flush();
 * expect(container.textContent).toContain('2 in the cart');
 */
export function renderWithBus<Given extends Bus = TestBus>(
  ui: () => JSX.Element,
  { bus: given, ...options }: RenderWithBusOptions<Given> = {},
): RenderedWithBus<Given> {
  const bus = given ?? createTestBus(options);
  const container = document.body.appendChild(document.createElement('div'));
  let dispose = (): void => {};
  const unmount = (): void => {
    ends.delete(unmount);
    dispose();
    container.remove();
  };
  ends.add(unmount);
  if (!given) ends.add(() => bus.dispose());
  // What fails to render is cleaned up, too.
  dispose = render(() => provide(bus, ui), container);
  return { bus: bus as Given, container, unmount };
}

function provide(bus: Bus, ui: () => JSX.Element): JSX.Element {
  return createComponent(BusProvider, {
    bus,
    get children() {
      return ui();
    },
  });
}

/** Takes off the page what `renderWithBus` put there, and disposes the buses that it made. */
export function cleanup(): void {
  for (const end of ends) {
    ends.delete(end);
    end();
  }
}

const { afterEach } = globalThis as { afterEach?(end: () => void): void };
afterEach?.(cleanup);
