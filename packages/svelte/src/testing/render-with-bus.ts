import type { Bus } from '@busbar/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import { type Component, flushSync, mount, unmount as unmountComponent } from 'svelte';
import { busKey } from '../bus-context.ts';
import { reactiveProps } from './reactive-props.svelte.ts';

/** What `renderWithBus` takes: a bus, else how the test bus is made, and what the component is given. */
export interface RenderOptions<Props = Record<string, unknown>, Given extends Bus = TestBus> extends TestBusOptions {
  /** The bus of the component. Whoever made it disposes it. Default: a test bus, disposed with what is rendered. */
  readonly bus?: Given;
  readonly props?: Props;
  /** What else the component finds with `getContext`. */
  readonly context?: ReadonlyMap<unknown, unknown>;
}

/** What is on the page. */
export interface Rendered<Props = Record<string, unknown>, Given extends Bus = TestBus, Exports = Record<string, unknown>> {
  readonly bus: Given;
  /** What the component exports. */
  readonly component: Exports;
  /** The element in `document.body` that holds it. */
  readonly container: HTMLElement;
  /** Changes some of the props, and resolves once that is rendered. */
  rerender(props: Partial<Props>): Promise<void>;
  /** Takes it off the page, and its element, and disposes the bus that was made for it. Twice is harmless. */
  unmount(): Promise<void>;
}

const mounted = new Set<() => Promise<void>>();

/** Takes everything off the page that `renderWithBus` put there. Called after each test where there is a global `afterEach`. */
export async function cleanup(): Promise<void> {
  for (const unmount of [...mounted].reverse()) await unmount();
}

(globalThis as { afterEach?: (hook: () => Promise<void>) => void }).afterEach?.(cleanup);

/**
 * Renders a component that knows a bus.
 *
 * @example
 * const { bus, container } = renderWithBus(CartBadge, { props: { currency: 'EUR' } });
 * bus.emit(cart.changed, { count: 2 });
 * await expect.poll(() => container.textContent).toBe('2');
 */
export function renderWithBus<Props extends object, Exports extends Record<string, unknown>, Given extends Bus = TestBus>(
  // biome-ignore lint/suspicious/noExplicitAny: which props can be bound is all the same here
  component: Component<Props, Exports, any>,
  { bus: given, props: first, context = new Map(), ...options }: RenderOptions<Props, Given> = {},
): Rendered<Props, Given, Exports> {
  const made = given ? undefined : createTestBus(options);
  const bus = given ?? (made as Bus as Given);
  const { props, change } = reactiveProps({ ...first } as Props);
  const target = document.body.appendChild(document.createElement('div'));
  const unmount = async (): Promise<void> => {
    if (!mounted.delete(unmount)) return;
    if (exports) await unmountComponent(exports);
    // What was read is let go of in the microtask after. Svelte's `tick` may wait for a frame, which virtual time holds back.
    await Promise.resolve();
    target.remove();
    made?.dispose();
  };
  mounted.add(unmount);
  let exports: Exports | undefined;
  exports = mount(component as Component<Record<string, unknown>, Exports>, {
    target,
    props: props as Record<string, unknown>,
    context: new Map([...context, [busKey, bus]]),
  });
  flushSync();
  return {
    bus,
    component: exports,
    container: target,
    async rerender(changed) {
      change(changed);
      flushSync();
    },
    unmount,
  };
}
