'use client';

import type { AnyEventContract, Bus, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import * as React from 'react';
import { useBus } from './use-bus.ts';

/** What `bus.on` takes, and `enabled`. */
export interface UseEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event> {
  /** `false` ends the subscription until it is `true` again. Default `true`. */
  readonly enabled?: boolean;
}

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, while the component
 * is mounted.
 *
 * The handler and `where` are always those of the last render, so neither needs memoizing. The subscription begins in an
 * effect after the first render and ends with the component: what is emitted before is heard only if the contract
 * retains it (see `replay`). It begins anew when the bus, the contracts, `enabled`, or a plain option (`delivery`,
 * `overlap`, `retry`, `timeout`, …) has another value; events that wait for the old one are then not handled, and retained
 * events come again. `replay`, `policy` and `signal` are read when it begins. What the handler throws goes to the bus
 * (retries, dead letters), not to an error boundary.
 *
 * @example
 * useEvent(cart.itemAdded, ({ data }) => setCount(count + data.quantity));
 * useEvent('checkout:*', ({ type }) => track(type), { enabled: consent });
 */
export function useEvent<Contract extends AnyEventContract>(
  contract: Contract | readonly Contract[],
  handler: Handler<EventOf<Contract>>,
  options?: UseEventOptions<EventOf<Contract>>,
): void;
export function useEvent<Name extends keyof DeclaredEvents & string>(
  name: Name,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: UseEventOptions<EventOf<DeclaredEvents[Name]>>,
): void;
export function useEvent(nameOrPattern: string, handler: Handler, options?: UseEventOptions): void;
export function useEvent(target: Target, handler: Handler, { enabled = true, ...options }: UseEventOptions = {}): void {
  const bus = useBus();
  const meaning = enabled && meaningOf(target, options);
  const last = React.useRef<Rendered>(undefined);
  // Not useEffectEvent: in all of React 19.2 it keeps the first closure inside memo() and forwardRef().
  React.useInsertionEffect(() => {
    last.current = { bus, meaning, target, handler, options };
    // The effect below is cleaned up after the next paint at the latest; the handler is silent from the removal on.
    return () => {
      last.current = undefined;
    };
  });
  // `meaning` stands for the target and the options, which are read from the ref.
  React.useEffect(() => {
    if (!meaning || !last.current) return;
    const { target, options } = last.current;
    // A render that asks for something else is on the page before this subscription ends.
    const isAsked = (): boolean => last.current?.bus === bus && last.current.meaning === meaning;
    return bus.on(target as AnyEventContract, (event, context) => isAsked() && last.current?.handler(event, context), {
      ...options,
      where: (event) => isAsked() && (last.current?.options.where?.(event) ?? true),
    });
  }, [bus, meaning]);
}

type Target = string | AnyEventContract | readonly AnyEventContract[];

interface Rendered {
  readonly bus: Bus;
  /** `false` where nothing is to be heard. */
  readonly meaning: string | false;
  readonly target: Target;
  readonly handler: Handler;
  readonly options: SubscribeOptions;
}

/** The same text for what would make the same subscription, however often it is written anew in a render. */
function meaningOf(target: Target, options: SubscribeOptions): string {
  // A name has neither, and no contract at all is for `bus.on` to explain.
  const names = ([target].flat() as AnyEventContract[]).map((one) => [one?.type ?? one, one?.version]);
  return JSON.stringify([names, { ...options, replay: 0, policy: 0, signal: 0 }]);
}
