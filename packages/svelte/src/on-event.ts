import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import { type BusOption, busOf } from './bus-of.ts';
import { follow } from './follow.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** What `bus.on` takes, `enabled` and `bus`. */
export interface OnEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event>, BusOption {
  /** `false` ends the subscription until it is `true` again. Default `true`. */
  readonly enabled?: MaybeGetter<boolean>;
}

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, for as long as the
 * component or effect root is there around which it is called.
 *
 * The subscription begins at once, so what is emitted before mounting is heard; not at all while rendering on a server. When
 * the contract, the bus, `enabled` or a plain option (`delivery`, `overlap`, `retry`, `timeout`, …) gets another value, another
 * one begins when Svelte runs effects, and retained events come again. `replay`, `policy` and `signal` are read when it
 * begins, `where` for each event. What the handler throws goes to the bus (retries, dead letters), not to an error boundary.
 *
 * @throws Error where there is neither a component that is being made nor an effect around the call.
 * @example
 * onEvent(cart.itemAdded, ({ data }) => { count += data.quantity; });
 * onEvent('checkout:*', ({ type }) => track(type), { enabled: () => consent });
 */
export function onEvent<Contract extends AnyEventContract>(
  contract: MaybeGetter<Contract | readonly Contract[]>,
  handler: Handler<EventOf<Contract>>,
  options?: MaybeGetter<OnEventOptions<EventOf<Contract>>>,
): void;
export function onEvent<Name extends keyof DeclaredEvents & string>(
  name: MaybeGetter<Name>,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: MaybeGetter<OnEventOptions<EventOf<DeclaredEvents[Name]>>>,
): void;
export function onEvent(nameOrPattern: MaybeGetter<string>, handler: Handler, options?: MaybeGetter<OnEventOptions>): void;
export function onEvent(
  target: MaybeGetter<string | AnyEventContract | readonly AnyEventContract[]>,
  handler: Handler,
  given: MaybeGetter<OnEventOptions> = {},
): void {
  const found = busOf(given);
  follow(() => {
    const { enabled = true, bus = found(), where, ...options } = read(given);
    if (!read(enabled)) return;
    const asked = read(target) as AnyEventContract;
    return {
      key: [bus, asked, JSON.stringify({ ...options, replay: 0, policy: 0, signal: 0 })].flat(),
      begin: () => bus.on(asked, handler, { ...options, where: (event) => read(given).where?.(event) ?? true }),
    };
  });
}
