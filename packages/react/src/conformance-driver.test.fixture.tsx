import type { AdapterDriver, ComponentSetup } from '@busbar/testing/conformance';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BusProvider, useEmit, useEvent, useEventState, useProjection } from './index.ts';
import { useDeadLetters, useMetrics } from './panel.ts';

type Emit = Parameters<ComponentSetup['onRender']>[1];
type Shows<Part extends keyof ComponentSetup> = Pick<ComponentSetup, 'onRender'> & {
  readonly emit: Emit;
  readonly part: NonNullable<ComponentSetup[Part]>;
};

function Listening({ part: { target, handler, options } }: Pick<Shows<'event'>, 'part'>): null {
  useEvent(target as string, handler, options);
  return null;
}

function ShowsState({ onRender, emit, part: { contract, ...look } }: Shows<'state'>): null {
  onRender(useEventState(contract, look), emit);
  return null;
}

function ShowsProjection({ onRender, emit, part: { source, select, compare } }: Shows<'projection'>): null {
  onRender(useProjection(source, select ?? ((value) => value), { compare }), emit);
  return null;
}

function ShowsDeadLetters({ onRender, emit, part: { filter } }: Shows<'deadLetters'>): null {
  onRender(useDeadLetters(filter), emit);
  return null;
}

function ShowsMetrics({ onRender, emit, part: { every } }: Shows<'metrics'>): null {
  onRender(useMetrics(every), emit);
  return null;
}

function ShowsNothing({ onRender, emit }: Omit<Shows<'bus'>, 'part'>): null {
  onRender(undefined, emit);
  return null;
}

function Showing({ setup, emit }: { setup: ComponentSetup; emit?: Emit }): ReactElement {
  const { onRender, state, projection, deadLetters, metrics } = setup;
  const told = { onRender, emit };
  if (state) return <ShowsState {...told} part={state} />;
  if (projection) return <ShowsProjection {...told} part={projection} />;
  if (deadLetters) return <ShowsDeadLetters {...told} part={deadLetters} />;
  if (metrics) return <ShowsMetrics {...told} part={metrics} />;
  return <ShowsNothing {...told} />;
}

function Emitting({ setup, contract }: { setup: ComponentSetup; contract: NonNullable<ComponentSetup['emit']> }): ReactElement {
  return <Showing setup={setup} emit={useEmit(contract)} />;
}

function Driven({ setup }: { setup: ComponentSetup }): ReactElement {
  return (
    <BusProvider bus={setup.bus}>
      {setup.event && <Listening part={setup.event} />}
      {setup.emit ? <Emitting setup={setup} contract={setup.emit} /> : <Showing setup={setup} />}
    </BusProvider>
  );
}

/** Drives the adapter by components of React, without what tests of components are written with: it runs on every version. */
export const driver: AdapterDriver = {
  async mount(first) {
    const root = createRoot(document.createElement('main'));
    const update = async (setup: ComponentSetup): Promise<void> => flushSync(() => root.render(<Driven setup={setup} />));
    await update(first);
    return { update, settled: async () => flushSync(() => {}), unmount: async () => root.unmount() };
  },
};
