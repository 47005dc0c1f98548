import type { Bus, Subscription } from '@busbar/core';
import { routing } from './routing-events.ts';

interface RoutingDetail {
  readonly oldUrl: string;
  readonly newUrl: string;
  readonly appsByNewStatus: Readonly<Record<string, readonly string[] | undefined>>;
  /** Of `before-routing-event` only. */
  cancelNavigation(answer?: unknown): void;
}

type Ahead = typeof routing.started | typeof routing.mountStarted;

/**
 * Puts what single-spa says about routing on the bus, until the function returned is called or the bus is disposed.
 *
 * `single-spa:before-routing-event` becomes `routing:started` and `before-mount-routing-event` becomes
 * `routing:mountStarted`, where the URL or an application is about to change. `routing:cancelled` comes as soon as it is
 * sure that somebody cancels the navigation. `app-change` becomes `routing:appsChanged`; `routing-event` becomes
 * `routing:changed` where the URL is another than before, and once for the URL to begin with. Call it once a page, before
 * `start()`. Without a window it does nothing.
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
    // Captured, so that nobody cancels a navigation before this listener watches for it.
    const options = { signal: ending.signal, capture: true };
    globalThis.window?.addEventListener(`single-spa:${name}`, listener as EventListener, options);
  };

  /** Nothing is ahead where single-spa looks at a URL a second time. */
  const listenAhead = (name: string, contract: Ahead, then?: (detail: RoutingDetail) => void) =>
    listen(name, (detail) => {
      const change = changeAhead(detail);
      if (change.from === change.to && !change.mounting[0] && !change.unmounting[0]) return;
      bus.emit(contract, change);
      then?.(detail);
    });

  let url: string | undefined;
  listenAhead('before-routing-event', routing.started, (detail) =>
    watchForCancelling(detail, () => bus.disposed || bus.emit(routing.cancelled, { from: detail.oldUrl, to: detail.newUrl })),
  );
  listenAhead('before-mount-routing-event', routing.mountStarted);
  listen('app-change', ({ appsByNewStatus }) => bus.emit(routing.appsChanged, changeIn(appsByNewStatus)));
  listen('routing-event', ({ oldUrl, newUrl }) => {
    if (url !== newUrl) bus.emit(routing.changed, { from: url ?? oldUrl, to: newUrl });
    url = newUrl;
  });
  return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
}

/** single-spa tells nobody that a navigation was cancelled, so the function that cancels it is watched. */
function watchForCancelling(detail: RoutingDetail, tell: () => unknown): void {
  const { cancelNavigation } = detail;
  let isTold = false;
  detail.cancelNavigation = async (answer = true) => {
    cancelNavigation(answer);
    try {
      if (!(await answer) || isTold) return;
      isTold = true;
      tell();
    } catch {
      // An answer that rejects cancels nothing.
    }
  };
}

function changeAhead({ oldUrl, newUrl, appsByNewStatus }: RoutingDetail) {
  const { mounted, unmounted } = changeIn(appsByNewStatus);
  return { from: oldUrl, to: newUrl, mounting: mounted, unmounting: unmounted };
}

function changeIn(apps: RoutingDetail['appsByNewStatus']) {
  const inStatus = (...statuses: string[]) => statuses.flatMap((status) => apps[status] ?? []);
  return {
    mounted: inStatus('MOUNTED'),
    unmounted: inStatus('NOT_MOUNTED', 'NOT_LOADED'),
    broken: inStatus('SKIP_BECAUSE_BROKEN', 'LOAD_ERROR'),
  };
}
