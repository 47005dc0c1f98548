import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions } from '@busbar/core';
import { createMemo, createRenderEffect, onCleanup, untrack } from 'solid-js';
import { isServer } from 'solid-js/web';
import { type MaybeAccessor, read } from './maybe-accessor.ts';
import { useBus } from './use-bus.ts';

/** What `bus.on` takes, and `enabled`. */
export interface CreateEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event> {
  /** `false` ends the subscription until it is `true` again. Default `true`. */
  readonly enabled?: boolean;
}

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, until its owner (the
 * component, as a rule) is disposed.
 *
 * The subscription begins at once, so what is emitted before the component is on the page is heard; not at all while
 * rendering on a server. It begins anew when the bus, the contracts, `enabled`, or a plain option (`delivery`, `overlap`,
 * `retry`, `timeout`, …) has another value; events that wait for the old one are then not handled, and retained events come
 * again. `where` is always the newest; `replay`, `policy` and `signal` are read when it begins. Signals that the handler reads
 * are not tracked. What it throws goes to the bus (retries, dead letters), not to an error boundary.
 *
 * @example
 * createEvent(cart.itemAdded, ({ data }) => setCount(count() + data.quantity));
 * createEvent('checkout:*', ({ type }) => track(type), () => ({ enabled: props.consent }));
 */
export function createEvent<Contract extends AnyEventContract>(
  contract: MaybeAccessor<Contract | readonly Contract[]>,
  handler: Handler<EventOf<Contract>>,
  options?: MaybeAccessor<CreateEventOptions<EventOf<Contract>>>,
): void;
export function createEvent<Name extends keyof DeclaredEvents & string>(
  name: MaybeAccessor<Name>,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: MaybeAccessor<CreateEventOptions<EventOf<DeclaredEvents[Name]>>>,
): void;
export function createEvent(
  nameOrPattern: MaybeAccessor<string>,
  handler: Handler,
  options?: MaybeAccessor<CreateEventOptions>,
): void;
export function createEvent(
  target: MaybeAccessor<Target>,
  handler: Handler,
  options: MaybeAccessor<CreateEventOptions> = {},
): void {
  const bus = useBus();
  if (isServer) return;
  const meaning = createMemo(() => meaningOf(read(target), read(options)));
  // Not an effect: those wait until a <Suspense> above has what it waits for, and events would be missed meanwhile.
  createRenderEffect(() => {
    meaning();
    const now = bus();
    untrack(() => {
      const { enabled = true, ...plain } = read(options);
      if (!enabled) return;
      const where = (event: BusEvent): boolean => untrack(() => read(options).where?.(event) ?? true);
      const handle: Handler = (event, context) => untrack(() => handler(event, context));
      onCleanup(now.on(read(target) as AnyEventContract, handle, { ...plain, where }));
    });
  });
}

type Target = string | AnyEventContract | readonly AnyEventContract[];

/** The same text for what would make the same subscription, however often it is written anew. */
function meaningOf(target: Target, options: CreateEventOptions): string {
  // No contract at all is for `bus.on` to explain.
  const names = [target]
    .flat()
    .map((one) => ((one as AnyEventContract)?.type ? [(one as AnyEventContract).type, (one as AnyEventContract).version] : one));
  return JSON.stringify([names, { ...options, replay: 0, policy: 0, signal: 0 }]);
}
