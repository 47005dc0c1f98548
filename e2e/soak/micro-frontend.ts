import type { Bus } from '@busbar/core';
import type { Copy } from './copy.ts';
import type { ItemName } from './item-contracts.ts';
import { kinds } from './kinds.ts';
import type { Ledger } from './ledger.ts';

/** Subscribes in each of these ways, every one under a name of its own and in the books. */
export function subscribeIn(ways: readonly string[], bus: Bus, { item }: Copy, ledger: Ledger): void {
  for (const way of ways) {
    const { to, options, handle = () => {} } = kinds[way]!;
    const scope = bus.scope({ source: `${bus.source}.${way}` });
    ledger.open(scope.source, to === 'all' ? (Object.keys(item) as ItemName[]) : to, options);
    if (to === 'all') scope.on('item:*', handle as never, options);
    else
      scope.on(
        to.map((name) => item[name]),
        handle as never,
        options as never,
      );
  }
}

/** Mounts a micro-frontend as a page does: nodes, plain listeners, and subscriptions of every make. The answer unmounts it. */
export function mount(bus: Bus, copy: Copy, ways: readonly string[], ledger: Ledger): () => void {
  const { moved, counted, placed } = copy.item;
  const place = document.createElement('section');
  const gone = new AbortController();
  place.innerHTML = '<h2></h2><output></output><button>Move</button>';
  place.addEventListener('click', () => place.remove());
  document.body.append(place);
  const show = ({ detail }: CustomEventInit): void => {
    place.querySelector('output')!.textContent = detail.place;
  };
  window.addEventListener(moved.type, show, { signal: gone.signal });

  const scope = bus.scope();
  subscribeIn(ways, scope, copy, ledger);
  const shown = scope.scope({ source: `${bus.source} shows` });
  shown.latest(counted).subscribe(() => {});
  shown.events$(placed, { replay: false }).subscribe(() => {});
  shown.once(moved, { timeout: 60_000 }).catch(() => {});
  return () => {
    scope.dispose();
    for (const way of ways) ledger.close(`${bus.source}.${way}`);
    gone.abort();
    place.remove();
  };
}
