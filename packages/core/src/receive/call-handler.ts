import { BusError } from '../bus-error.ts';
import type { BusEvent } from '../event.ts';
import type { HandlerCall } from './handler-call.ts';
import type { Listener } from './listener.ts';

/** One delivery in eight is timed: reading the clock costs more than a fast handler. */
const sampling = 0b111;

/**
 * Calls the handler once. While it runs, what it emits takes the event as its cause.
 *
 * Answers nothing when it is done, a promise when it is not; throws or rejects as it does, and with `policy-refused`
 * when the policy would not let it run.
 */
export function callHandler(listener: Listener, event: BusEvent, call: HandlerCall): Promise<unknown> | undefined {
  const { options, counts } = listener;
  const begun = (counts.delivered & sampling) === 0 ? performance.now() : undefined;
  const result = options.policy ? executed(listener, event, call) : handled(listener, event, call);
  const pending = isThenable(result) ? Promise.resolve(result) : undefined;
  if (begun === undefined) return pending;
  const lag = Date.now() - event.time;
  if (!pending) measure(listener, lag, begun);
  return pending?.finally(() => measure(listener, lag, begun));
}

function handled({ bus: { hub }, handler }: Listener, event: BusEvent, call: HandlerCall): unknown {
  const outer = hub.handling;
  hub.handling = event;
  try {
    return handler(event, call);
  } finally {
    hub.handling = outer;
  }
}

async function executed(listener: Listener, event: BusEvent, call: HandlerCall): Promise<unknown> {
  let ran = false;
  try {
    return await listener.options.policy?.execute(({ signal }) => {
      ran = true;
      call.giveSignal(signal);
      return handled(listener, event, call);
    }, call.signal);
  } catch (error) {
    const { type, id, source: emitter } = event;
    throw ran ? error : new BusError('policy-refused', { type, id, emitter, source: listener.record.source }, error);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}

function measure({ times }: Listener, lag: number, begun: number): void {
  const took = performance.now() - begun;
  times.lag = lag;
  times.last = took;
  times.total += took;
  times.measured++;
  if (took > times.max) times.max = took;
}
