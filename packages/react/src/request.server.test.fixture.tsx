import { type Bus, createBus } from '@busbar/core';
import { type ReactElement, Suspense } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { cart } from './cart-page.test.fixture.tsx';
import { BusProvider, useEmit, useEvent, useEventState, useProjection, useSuspenseEventState } from './index.ts';
import { useDeadLetters, useMetrics } from './panel.ts';

function Shown(): ReactElement {
  useEvent(cart.itemAdded, () => {});
  useEmit(cart.itemAdded);
  const { count } = useEventState(cart.changed, { initial: { count: 0, total: 0 } });
  return <p>{`count ${count}, letters ${useDeadLetters().length}, emitted ${useMetrics().emitted}`}</p>;
}

function Streamed({ bus }: { bus: Bus }): ReactElement {
  const { sku } = useSuspenseEventState(cart.itemAdded);
  const count = useProjection(bus.latest(cart.changed), (state) => state?.count ?? 0);
  return <b>{`${sku}, then count ${count}`}</b>;
}

export function Page({ bus }: { bus: Bus }): ReactElement {
  return (
    <BusProvider bus={bus}>
      <main>
        <Shown />
        <Suspense fallback={<i>waiting</i>}>
          <Streamed bus={bus} />
        </Suspense>
      </main>
    </BusProvider>
  );
}

/** A request to a server: its own bus, and what has been sent to its browser so far. */
export class Request {
  readonly bus: Bus = createBus({ source: 'server', contracts: [cart] });
  html = '';
  /** Resolves once everything has been sent. */
  readonly finished: Promise<void>;

  constructor(prepare: (bus: Bus) => void) {
    prepare(this.bus);
    this.finished = this.send();
  }

  private async send(): Promise<void> {
    const stream = await renderToReadableStream(<Page bus={this.bus} />);
    const reader = stream.pipeThrough(new TextDecoderStream() as never).getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) this.html += value;
  }
}
