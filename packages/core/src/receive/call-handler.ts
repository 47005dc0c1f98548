import type { HandlerContext } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import type { HandlerCall } from '../hub/handler-call.ts';
import type { Listener } from './listener.ts';

/**
 * Calls the handler once. While it runs, what it emits takes the event as its cause. Throws or rejects as it does, and
 * with `policy-refused` when the policy would not let it run.
 */
export function callHandler(listener: Listener, event: BusEvent, call: HandlerCall): unknown {
  const { policy } = listener.options;
  return policy ? executed(listener, policy, event, call) : handled(listener, event, call);
}

function handled({ bus: { hub }, handler }: Listener, event: BusEvent, context: HandlerContext): unknown {
  const outer = hub.handling;
  hub.handling = event;
  try {
    return handler(event, context);
  } finally {
    hub.handling = outer;
  }
}

async function executed(
  listener: Listener,
  policy: NonNullable<Listener['options']['policy']>,
  event: BusEvent,
  { attempt, signal }: HandlerCall,
) {
  let ran = false;
  try {
    return await policy.execute((given) => {
      ran = true;
      return handled(listener, event, { attempt, signal: given.signal });
    }, signal);
  } catch (error) {
    const { type, id, source: emitter } = event;
    throw ran ? error : new BusError('policy-refused', { type, id, emitter, source: listener.source }, error);
  }
}
