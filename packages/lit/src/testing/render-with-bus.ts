import type { Bus } from '@busbar/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import { provideBus } from '../provide-bus.ts';

/** What `renderWithBus` takes: what `createTestBus` takes, or a bus. */
export interface RenderWithBusOptions<Given extends Bus = TestBus> extends TestBusOptions {
  /** The bus to provide. Whoever made it disposes it. Default: a test bus of the other options. */
  readonly bus?: Given;
}

/** Elements on the page, and the bus that they have. */
export interface RenderedWithBus<Given extends Bus = TestBus> {
  readonly bus: Given;
  /** The element that they were put into, in the body of the page. */
  readonly container: HTMLElement;
  /** Takes them off the page. The bus is still there to be asked. */
  unmount(): void;
}

const ends = new Set<() => void>();

/**
 * Puts elements on the page with a bus provided to them, and resolves once they have updated: HTML, an element, or a
 * function that puts something into the container, such as Lit's `render`.
 *
 * `cleanup` takes everything off the page again; it runs by itself after each test where `afterEach` is a global.
 *
 * @example
 * const { bus, container } = await renderWithBus('<cart-badge></cart-badge>', { contracts: [cart] });
 * const templated = await renderWithBus((container) => render(html`<cart-badge .unit=${'pieces'}></cart-badge>`, container));
 */
export async function renderWithBus<Given extends Bus = TestBus>(
  ui: string | Node | ((container: HTMLElement) => unknown),
  { bus: given, ...options }: RenderWithBusOptions<Given> = {},
): Promise<RenderedWithBus<Given>> {
  const bus = given ?? createTestBus(options);
  const container = document.body.appendChild(document.createElement('div'));
  provideBus(container, bus);
  const unmount = (): void => {
    ends.delete(unmount);
    container.remove();
  };
  ends.add(unmount);
  if (!given) ends.add(() => bus.dispose());
  if (typeof ui === 'function') ui(container);
  else if (typeof ui === 'string') container.innerHTML = ui;
  else container.append(ui);
  await updated(container);
  return { bus: bus as Given, container, unmount };
}

async function updated(container: HTMLElement): Promise<void> {
  for (const element of container.querySelectorAll('*')) await (element as { updateComplete?: unknown }).updateComplete;
  // Elements that are no Lit elements update in this microtask.
  await Promise.resolve();
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
