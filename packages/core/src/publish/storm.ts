import type { BusError } from '../bus-error.ts';
import type { Hub, Topic } from '../hub/hub.ts';
import { hubEvents, type Storm } from '../hub/hub-events.ts';
import { warnOnce } from '../hub/warn-once.ts';
import { tell } from './tell.ts';

/** A storm is over once none of its events was refused for so many milliseconds. */
const lull = 10_000;

/** Says that a source emits more than is good for the page, too often or in a ring: `busbar:stormed` as a storm begins, and one warning. */
export function reportStorm(hub: Hub, topic: Topic, error: BusError<'rate-exceeded'> | BusError<'too-many-hops'>): void {
  const { type, source } = error.details;
  const now = performance.now();
  topic.storms ??= new Map();
  const last = topic.storms.get(source) ?? -Infinity;
  topic.storms.set(source, now);
  if (now - last < lull) return;
  warnOnce(hub, `${error.code} ${type} ${source}`, error.message);
  const storm: Storm =
    error.code === 'too-many-hops'
      ? { type, source, cause: 'hops', answered: error.details.answered }
      : { type, source, cause: 'rate' };
  tell(hub, hubEvents.stormed, storm);
}
