import type { Subscriber } from '../hub/hub-events.ts';
import type { Listener } from './listener.ts';

/** What is told of a subscription. */
export function subscriberOf({ id, source, target }: Listener): Subscriber {
  return { id, source, target };
}
