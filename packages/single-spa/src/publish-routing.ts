import type { Bus, Subscription } from '@busbar/core';
import { routing } from './routing.ts';

interface RoutingDetail {
  readonly oldUrl: string;
  readonly newUrl: string;
  readonly appsByNewStatus: Readonly<Record<string, readonly string[] | undefined>>;
}

/**
 * Puts what single-spa says about routing on the bus, until the function returned is called or the bus is disposed.
 *
 * `single-spa:app-change` becomes `routing:appsChanged`; `single-spa:routing-event` becomes `routing:changed` where the
 * URL is another than before, and once for the URL to begin with. Both come after the applications were mounted. Call it
 * once a page, before `start()`. Without a window it does nothing.
 *
 * @example
 * publishRouting(createBus({ source: 'shell' }));
 * start();
 */
export function publishRouting(bus: Bus): Subscription {
  const ending = new AbortController();
  const end = () => ending.abort();
  const listen = (name: string, publish: (detail: RoutingDetail) => void) => {
    const listener = ({ detail }: CustomEvent<RoutingDetail>) => (bus.disposed ? end() : publish(detail));
    globalThis.window?.addEventListener(`single-spa:${name}`, listener as EventListener, { signal: ending.signal });
  };

  let url: string | undefined;
  listen('app-change', ({ appsByNewStatus }) => bus.emit(routing.appsChanged, changeIn(appsByNewStatus)));
  listen('routing-event', ({ oldUrl, newUrl }) => {
    if (url !== newUrl) bus.emit(routing.changed, { from: url ?? oldUrl, to: newUrl });
    url = newUrl;
  });
  return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
}

function changeIn(apps: RoutingDetail['appsByNewStatus']) {
  const inStatus = (...statuses: string[]) => statuses.flatMap((status) => apps[status] ?? []);
  return {
    mounted: inStatus('MOUNTED'),
    unmounted: inStatus('NOT_MOUNTED', 'NOT_LOADED'),
    broken: inStatus('SKIP_BECAUSE_BROKEN', 'LOAD_ERROR'),
  };
}
