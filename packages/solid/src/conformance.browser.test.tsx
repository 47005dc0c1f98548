import { adapterConformance, type ComponentSetup } from '@busbar/testing/conformance';
import { type Accessor, createEffect, createSignal, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { describe, it } from 'vitest';
import {
  BusProvider,
  createDeadLetters,
  createEmit,
  createEvent,
  createEventState,
  createMetrics,
  createProjection,
} from './index.ts';

/** What the component shows, as an accessor. */
function shownBy(now: Accessor<ComponentSetup>): Accessor<unknown> {
  const { state, projection, deadLetters, metrics } = now();
  const select = (value: unknown): unknown => {
    const look = now().state ?? now().projection;
    return look?.select ? look.select(value) : value;
  };
  const compare = (previous: unknown, next: unknown): boolean =>
    ((now().state ?? now().projection)?.compare ?? Object.is)(previous, next);
  if (state) return createEventState(() => now().state!.contract, { initial: state.initial, select, compare });
  if (projection) return createProjection(() => now().projection!.source, select, { compare });
  if (deadLetters) return createDeadLetters((letter) => now().deadLetters?.filter?.(letter) ?? true);
  if (metrics) return createMetrics(() => now().metrics!.every);
  return () => undefined;
}

function Component({ now }: { now: Accessor<ComponentSetup> }): JSX.Element {
  const { event, emit: emitted } = now();
  const emit = emitted && createEmit(() => now().emit!);
  if (event) {
    const handler: typeof event.handler = (happened, context) => now().event?.handler(happened, context);
    createEvent(
      () => now().event!.target as string,
      handler,
      () => now().event!.options ?? {},
    );
  }
  const shown = shownBy(now);
  createEffect(() => now().onRender(shown(), emit));
  return null;
}

const driver = {
  async mount(setup: ComponentSetup) {
    const [now, setNow] = createSignal(setup);
    const container = document.createElement('div');
    const dispose = render(
      () => (
        <BusProvider bus={now().bus}>
          <Component now={now} />
        </BusProvider>
      ),
      container,
    );
    return {
      update: async (next: ComponentSetup) => void setNow(next),
      settled: async () => {},
      unmount: async () => dispose(),
    };
  },
};

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) it(title, run);
});
