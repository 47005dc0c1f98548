import { type Bus, createBus } from '@busbar/core';
import { type ReactElement, Suspense } from 'react';
import { renderToString } from 'react-dom/server';
import { cart } from './cart-page.test.fixture.tsx';
import { BusProvider, useBus, useEmit, useEvent, useEventState, useProjection, useSuspenseEventState } from './index.ts';
import { useDeadLetters, useMetrics } from './panel.ts';

/** What a server knows when it renders, and tells the page along with the html. */
export interface Known {
  readonly count: number;
  readonly total: number;
}

function Shown({ known }: { known: Known }): ReactElement {
  useEvent(cart.itemAdded, () => {});
  const add = useEmit(cart.itemAdded);
  const count = useEventState(cart.changed, { initial: known, select: (state) => state.count });
  const removed = useProjection(useBus().latest(cart.itemRemoved), (item) => item?.sku ?? 'nothing');
  return (
    <button type="button" onClick={() => add({ sku: 'A-1' })}>
      {`${count} in the cart, removed ${removed}, ${useDeadLetters().length} of ${useMetrics(60_000).emitted} dead`}
    </button>
  );
}

/** Tells when React has taken over an element. */
function markAsLive(element: HTMLElement | null): void {
  if (element) element.dataset['live'] = 'yes';
}

function Awaited(): ReactElement {
  return <output ref={markAsLive}>{useSuspenseEventState(cart.changed, { select: ({ total }) => total })}</output>;
}

/** A page with every hook. */
export function Page({ bus, known }: { bus: Bus; known: Known }): ReactElement {
  return (
    <BusProvider bus={bus}>
      <Shown known={known} />
      <Suspense fallback={<i>waiting</i>}>
        <Awaited />
      </Suspense>
    </BusProvider>
  );
}

/** The html of a request. */
export function render(known: Known): string {
  const bus = createBus({ source: 'server', contracts: [cart] });
  bus.emit(cart.changed, known);
  return renderToString(<Page bus={bus} known={known} />);
}
