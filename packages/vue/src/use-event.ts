import type { AnyEventContract, Bus, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { busOf } from './bus-of.ts';
import { follow } from './follow.ts';

/** What `bus.on` takes, `enabled` and `bus`. */
export interface UseEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event> {
  /** `false` ends the subscription until it is `true` again. Default `true`. */
  readonly enabled?: MaybeRefOrGetter<boolean>;
  /** The bus to listen to. Default: the injected one. */
  readonly bus?: Bus;
}

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, until the component
 * or effect scope ends. Returns the function that ends it earlier, for good.
 *
 * The subscription begins at once, so what is emitted between `setup` and mounting is heard; not at all while rendering
 * on a server. When the contract, the bus, `enabled` or a plain option (`delivery`, `overlap`, `retry`, `timeout`, …) gets
 * another value, another one begins at once, and retained events come again. `replay`, `policy` and `signal` are read when
 * it begins, `where` for each event. It goes on while a `<KeepAlive>` holds the component. What the handler throws goes to
 * the bus (retries, dead letters), not to Vue's error handler.
 *
 * @example
 * useEvent(cart.itemAdded, ({ data }) => { count.value += data.quantity; });
 * useEvent('checkout:*', ({ type }) => track(type), { enabled: () => props.consent });
 * useEvent(cart.changed, draw, () => ({ delivery: props.calm ? 'idle' : 'frame' }));
 */
export function useEvent<Contract extends AnyEventContract>(
  contract: MaybeRefOrGetter<Contract | readonly Contract[]>,
  handler: Handler<EventOf<Contract>>,
  options?: MaybeRefOrGetter<UseEventOptions<EventOf<Contract>>>,
): () => void;
export function useEvent<Name extends keyof DeclaredEvents & string>(
  name: MaybeRefOrGetter<Name>,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: MaybeRefOrGetter<UseEventOptions<EventOf<DeclaredEvents[Name]>>>,
): () => void;
export function useEvent(
  nameOrPattern: MaybeRefOrGetter<string>,
  handler: Handler,
  options?: MaybeRefOrGetter<UseEventOptions>,
): () => void;
export function useEvent(
  target: MaybeRefOrGetter<string | AnyEventContract | readonly AnyEventContract[]>,
  handler: Handler,
  given: MaybeRefOrGetter<UseEventOptions> = {},
): () => void {
  const found = busOf(given);
  return follow(() => {
    const { enabled = true, bus = found.value, where, ...options } = toValue(given);
    if (!toValue(enabled)) return;
    const asked = toValue(target) as AnyEventContract;
    return {
      key: [bus, asked, JSON.stringify({ ...options, replay: 0, policy: 0, signal: 0 })].flat(),
      begin: () => bus.on(asked, handler, { ...options, where: (event) => toValue(given).where?.(event) ?? true }),
    };
  });
}
