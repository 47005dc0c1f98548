// Components as people write them, with every hook. They are linted, compiled by the React Compiler, and shown.
import type { Readable } from '@busbar/core';
import { type ReactElement, Suspense, useState, useTransition } from 'react';
import { cart } from './cart-page.test.fixture.tsx';
import { createBusHooks, useBus, useEmit, useEvent, useEventState, useProjection, useSuspenseEventState } from './index.ts';
import { useDeadLetters, useMetrics } from './panel.ts';

export function Badge(): ReactElement {
  const count = useEventState(cart.changed, { initial: { count: 0, total: 0 }, select: (state) => state.count });
  return <output>{count} in the cart</output>;
}

const { useEventState: useStateNamed } = createBusHooks<typeof cart>();

export function NamedBadge({ unit }: { unit: string }): ReactElement {
  const count = useStateNamed('cart:changed', { select: (state) => `${state?.count ?? 'no'} ${unit}` });
  return <output>{count}</output>;
}

export function LastAdded({ prefix, enabled }: { prefix: string; enabled: boolean }): ReactElement {
  const [last, setLast] = useState('nothing');
  useEvent(cart.itemAdded, ({ data }) => setLast(`${prefix} ${data.sku}`), { enabled, where: ({ data }) => data.sku !== '' });
  useEvent([cart.itemAdded, cart.itemRemoved], () => {}, { delivery: 'frame' });
  useEvent('cart:*', () => {});
  return <p>Last added: {last}</p>;
}

export function AddButton({ sku }: { sku: string }): ReactElement {
  const add = useEmit(cart.itemAdded);
  const [pending, startTransition] = useTransition();
  return (
    <button type="button" disabled={pending} onClick={() => startTransition(() => void add({ sku }, { subject: sku }))}>
      Add {sku}
    </button>
  );
}

export function Total({ totals }: { totals: Readable<{ gross: number; net: number }> }): ReactElement {
  const [field, setField] = useState<'gross' | 'net'>('gross');
  const total = useProjection(totals, (all) => all[field]);
  return (
    <button type="button" onClick={() => setField(field === 'gross' ? 'net' : 'gross')}>
      {field} {total}
    </button>
  );
}

function Price(): ReactElement {
  const { total } = useSuspenseEventState(cart.changed);
  return <strong>{total} to pay</strong>;
}

export function Checkout(): ReactElement {
  return (
    <Suspense fallback={<em>No cart yet</em>}>
      <Price />
    </Suspense>
  );
}

export function Health(): ReactElement {
  const bus = useBus();
  const refused = useDeadLetters(({ reason }) => reason === 'invalid');
  const { emitted } = useMetrics(60_000);
  return (
    <section>
      {refused.length} of {emitted} refused
      <button type="button" onClick={() => bus.deadLetters.discard(() => true)}>
        Discard
      </button>
    </section>
  );
}
