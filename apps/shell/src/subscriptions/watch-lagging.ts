import { type Bus, hubEvents } from '@busbar/core';
import { routing } from '@busbar/single-spa/routing';

/**
 * The ids of the subscriptions that lag, by what the hub tells from now on. `changed` is called when there are more or
 * fewer. Those that ended are forgotten when micro-frontends come and go.
 */
export function watchLagging(bus: Bus, changed: () => void): ReadonlySet<number> {
  const lagging = new Set<number>();

  bus.on(hubEvents.lagging, ({ data }) => {
    lagging.add(data.subscriber.id);
    changed();
  });
  bus.on(hubEvents.recovered, ({ data }) => {
    lagging.delete(data.subscriber.id);
    changed();
  });
  bus.on(routing.appsChanged, () => {
    const living = new Set(bus.metrics().subscriptions.map(({ id }) => id));
    for (const id of lagging) if (!living.has(id)) lagging.delete(id);
    changed();
  });
  return lagging;
}
