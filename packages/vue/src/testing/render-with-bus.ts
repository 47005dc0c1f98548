import type { Bus } from '@busbar/core';
import { createTestBus, type TestBus, type TestBusOptions } from '@busbar/testing';
import { type App, type Component, createApp, h, nextTick, type Plugin, type Slots, shallowRef } from 'vue';
import { createBusPlugin } from '../create-bus-plugin.ts';

/** What `renderWithBus` takes: a bus, else how the test bus is made, and what the component is given. */
export interface RenderOptions<Props = Record<string, unknown>, Given extends Bus = TestBus> extends TestBusOptions {
  /** The bus of the app. Whoever made it disposes it. Default: a test bus, disposed with what is rendered. */
  readonly bus?: Given;
  readonly props?: Partial<Props>;
  /** What is put into the component's slots: `{ default: () => 'text' }`. */
  readonly slots?: Readonly<Record<string, (props: never) => unknown>>;
  /** What else the app uses: Pinia, a router. */
  readonly plugins?: readonly Plugin[];
}

/** What is on the page. */
export interface Rendered<Props = Record<string, unknown>, Given extends Bus = TestBus> {
  readonly bus: Given;
  readonly app: App;
  /** The element in `document.body` that holds it. */
  readonly container: HTMLElement;
  /** Changes some of the props, and resolves once that is rendered. */
  rerender(props: Partial<Props>): Promise<void>;
  /** Takes it off the page, and its element, and disposes the bus that was made for it. Twice is harmless. */
  unmount(): void;
}

type PropsOf<Given> = Given extends abstract new (...given: never) => { $props: infer Props } ? Props : Record<string, unknown>;

const mounted = new Set<() => void>();

/** Takes everything off the page that `renderWithBus` put there. Called after each test where there is a global `afterEach`. */
export function cleanup(): void {
  for (const unmount of [...mounted].reverse()) unmount();
}

(globalThis as { afterEach?: (hook: () => void) => void }).afterEach?.(cleanup);

/**
 * Renders a component in an app of its own that knows a bus.
 *
 * @example
 * const { bus, container } = renderWithBus(CartBadge, { props: { currency: 'EUR' } });
 * bus.emit(cart.changed, { count: 2 });
 * await expect.poll(() => container.textContent).toBe('2');
 */
export function renderWithBus<Rendering extends Component, Given extends Bus = TestBus>(
  component: Rendering,
  { bus: given, props: first, slots, plugins = [], ...options }: RenderOptions<PropsOf<Rendering>, Given> = {},
): Rendered<PropsOf<Rendering>, Given> {
  const made = given ? undefined : createTestBus(options);
  const bus = given ?? (made as Bus as Given);
  const props = shallowRef(first);
  const app = createApp(() => h(component as Component, props.value ?? null, slots as Slots));
  const container = document.body.appendChild(document.createElement('div'));
  const unmount = (): void => {
    if (!mounted.delete(unmount)) return;
    if (isMounted) app.unmount();
    container.remove();
    made?.dispose();
  };
  mounted.add(unmount);
  let isMounted = false;
  for (const plugin of [createBusPlugin(bus), ...plugins]) app.use(plugin);
  app.mount(container);
  isMounted = true;
  return {
    bus,
    app,
    container,
    rerender(changed) {
      props.value = { ...props.value, ...changed } as Partial<PropsOf<Rendering>>;
      return nextTick();
    },
    unmount,
  };
}
