import type { AnyEventContract, Bus, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { follow } from './follow.ts';
import { isServerRendering } from './is-server-rendering.ts';
import { useBus } from './use-bus.ts';

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
 * on a server. When the contract or `enabled` changes, another one begins at once, and retained events come first again. It goes
 * on while a `<KeepAlive>` holds the component. What the handler throws goes to the bus (retries, dead letters), not to
 * Vue's error handler.
 *
 * @example
 * useEvent(cart.itemAdded, ({ data }) => { count.value += data.quantity; });
 * useEvent('checkout:*', ({ type }) => track(type), { enabled: () => props.consent });
 */
export function useEvent<Contract extends AnyEventContract>(
  contract: MaybeRefOrGetter<Contract | readonly Contract[]>,
  handler: Handler<EventOf<Contract>>,
  options?: UseEventOptions<EventOf<Contract>>,
): () => void;
export function useEvent<Name extends keyof DeclaredEvents & string>(
  name: MaybeRefOrGetter<Name>,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: UseEventOptions<EventOf<DeclaredEvents[Name]>>,
): () => void;
export function useEvent(nameOrPattern: MaybeRefOrGetter<string>, handler: Handler, options?: UseEventOptions): () => void;
export function useEvent(
  target: MaybeRefOrGetter<string | AnyEventContract | readonly AnyEventContract[]>,
  handler: Handler,
  { enabled = true, bus = useBus(), ...options }: UseEventOptions = {},
): () => void {
  if (isServerRendering()) return () => {};
  return follow(
    () => !!toValue(enabled) && toValue(target),
    (now) => (now === false ? undefined : bus.on(now as AnyEventContract, handler, options)),
  );
}
