import { type AdapterDriver, adapterConformance, type ComponentSetup } from '@busbar/testing/conformance';
import { describe, it } from 'vitest';
import { createApp, defineComponent, h, nextTick, type ShallowRef, shallowRef } from 'vue';
import { provideBus, useDeadLetters, useEmit, useEvent, useEventState, useMetrics, useProjection } from './index.ts';

/** Calls what the first setup has parts for, all of it with getters that read the setup of now. */
function usePart(setup: ShallowRef<ComponentSetup>): Readonly<ShallowRef<unknown>> {
  const { state, projection, deadLetters, metrics } = setup.value;
  if (state)
    return useEventState(
      () => setup.value.state!.contract,
      () => setup.value.state!,
    );
  if (projection)
    return useProjection(
      () => setup.value.projection!.source,
      (value) => (setup.value.projection?.select ?? ((same) => same))(value),
      () => setup.value.projection!,
    );
  if (deadLetters) return useDeadLetters((letter) => setup.value.deadLetters?.filter?.(letter) ?? true);
  if (metrics) return useMetrics(() => setup.value.metrics!.every);
  return shallowRef();
}

const Child = defineComponent(
  (props: { setup: ShallowRef<ComponentSetup> }) => {
    const { setup } = props;
    const { event, emit } = setup.value;
    const shown = usePart(setup);
    const emitter = emit && useEmit(() => setup.value.emit!);
    if (event)
      useEvent(
        () => setup.value.event!.target as string,
        (heard, context) => setup.value.event!.handler(heard, context),
        () => setup.value.event!.options ?? {},
      );
    return () => {
      setup.value.onRender(shown.value, emitter);
      return null;
    };
  },
  { props: ['setup'] },
);

/** Gives its child a bus. Another bus needs another child. */
const Parent = defineComponent(
  (props: { setup: ShallowRef<ComponentSetup> }) => {
    provideBus(props.setup.value.bus);
    return () => h(Child, props);
  },
  { props: ['setup'] },
);

const driver: AdapterDriver = {
  async mount(first) {
    const setup = shallowRef(first);
    const key = shallowRef(0);
    const app = createApp(() => h(Parent, { setup, key: key.value }));
    app.mount(document.createElement('div'));
    return {
      async update(next) {
        if (next.bus !== setup.value.bus) key.value += 1;
        setup.value = next;
        await nextTick();
      },
      settled: nextTick,
      unmount: async () => app.unmount(),
    };
  },
};

describe('the conformance suite', () => {
  for (const { title, run } of adapterConformance(driver)) it(title, run);
});
