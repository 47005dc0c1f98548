import type { Bus, BusEvent } from '@busbar/core';

/** The events that the hub has kept under some names and that have not expired, in the order in which they were emitted. */
export function retainedEvents({ hub }: Bus, types: readonly string[]): BusEvent[] {
  const now = performance.timeOrigin + performance.now();
  return types
    .flatMap((type) => [...(hub.topics.get(type)?.retained.values() ?? [])].flat())
    .filter(({ expirytime = Infinity }) => expirytime > now)
    .sort((one, other) => one.sequence - other.sequence);
}
