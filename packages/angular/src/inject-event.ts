import { effect, type Signal, untracked } from '@angular/core';
import type {
  AnyEventContract,
  Bus,
  BusEvent,
  DeclaredEvents,
  EventOf,
  Handler,
  SubscribeOptions,
  Subscription,
} from '@busbar/core';
import { type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { untilDestroyed } from './until-destroyed.ts';

type Target = string | AnyEventContract | readonly AnyEventContract[];

/** How `injectEvent` receives: the options of `bus.on`, and two of Angular's own. */
export interface InjectEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event>, InjectorOption {
  /**
   * Listens while it is true. Turned off, it takes effect at once; turned on, with the next change detection, as a new
   * subscription that is given the retained events again. Default: always on, from the moment of the call.
   */
  readonly enabled?: Signal<boolean>;
}

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, for as long as the
 * component, directive, service or injector lives that it is called in.
 *
 * Handlers run after the emitting call, outside the injection context, and read signals as they are then; writing to a
 * signal is all it takes to update the view. The function returned ends it earlier.
 *
 * @throws Error where no bus is provided, NG0203 outside an injection context unless `injector` is given, and the errors
 * of `bus.on`.
 * @example
 * constructor() {
 *   injectEvent(checkout.orderPlaced, ({ data }) => this.newest.set(data.number));
 * }
 */
export function injectEvent<Contract extends AnyEventContract>(
  contract: Contract | readonly Contract[],
  handler: Handler<EventOf<Contract>>,
  options?: InjectEventOptions<EventOf<Contract>>,
): Subscription;
export function injectEvent<Name extends keyof DeclaredEvents & string>(
  name: Name,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: InjectEventOptions<EventOf<DeclaredEvents[Name]>>,
): Subscription;
export function injectEvent(nameOrPattern: string, handler: Handler, options?: InjectEventOptions): Subscription;
export function injectEvent(
  target: Target,
  handler: Handler,
  { enabled, injector, ...options }: InjectEventOptions = {},
): Subscription {
  return inContext(injectEvent, injector, () => {
    const bus = busHere();
    return untilDestroyed(() =>
      enabled ? listenWhile(enabled, bus, target, handler, options) : bus.on(target as string, handler, options),
    );
  });
}

function listenWhile(
  enabled: Signal<boolean>,
  bus: Bus,
  target: Target,
  handler: Handler,
  options: SubscribeOptions,
): () => void {
  const { where } = options;
  // The effect comes after the change; an event in between must not reach somebody who has turned away.
  const whileEnabled = { ...options, where: (event: BusEvent) => untracked(enabled) && (where?.(event) ?? true) };
  const listening = effect((onCleanup) => {
    if (enabled()) onCleanup(untracked(() => bus.on(target as string, handler, whileEnabled)));
  });
  return () => listening.destroy();
}
