import type { Handler, SubscribeOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { inDevelopment } from '../development.ts';
import { attach, detach } from '../hub/topic.ts';
import { type Subscription, toSubscription } from '../readable.ts';
import { assertHandler, assertOptions } from './check-options.ts';
import { createListener } from './create-listener.ts';
import { endRunning } from './overlap.ts';
import { replay } from './replay.ts';
import type { Target } from './target.ts';
import { watchPolicy } from './watch-policy.ts';

/** Begins a subscription: retained events first, then every event emitted from now on. */
export function subscribe(bus: BusContext, target: Target, handler: Handler, options: SubscribeOptions): Subscription {
  const { source, hub } = bus;
  bus.alive('on');
  if (inDevelopment) {
    assertHandler(handler, target.text, source);
    assertOptions(options, source);
  }
  const { signal } = options;
  const listener = createListener(bus, target, handler, options);
  let unwatch: (() => void) | undefined;
  const stop = toSubscription(() => {
    unwatch?.();
    signal?.removeEventListener('abort', stop);
    detach(hub, listener);
    endRunning(listener);
  }, bus.whenDisposed);
  if (signal?.aborted) {
    stop();
  } else {
    signal?.addEventListener('abort', stop);
    attach(hub, listener);
    unwatch = watchPolicy(listener);
    // Code that people handed in may dispose the bus while it begins to be watched.
    if (listener.ended) unwatch?.();
    replay(hub, listener, options.replay);
  }
  return stop;
}
