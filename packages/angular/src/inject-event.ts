import { effect, type Signal, untracked } from '@angular/core';
import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions, Subscription } from '@busbar/core';
import { type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { untilDestroyed } from './until-destroyed.ts';

type Target = string | AnyEventContract | readonly AnyEventContract[];

/** How `injectEvent` receives: the options of `bus.on`, and two of Angular's own. */
export interface InjectEventOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event>, InjectorOption {
  /**
   * Listens while it is true. Turned off, it takes effect at once; turned on, with the next change detection, as a new
   * subscription that is given the retained events again. What is true at the call listens from the call on, unless it
   * depends on required inputs, which nobody can read before the first change detection. Default: always on.
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
    if (!enabled) return untilDestroyed(() => bus.on(target as string, handler, options));
    const { where } = options;
    // The effect comes after the change; an event in between must not reach somebody who has turned away.
    const whileEnabled = { ...options, where: (event: BusEvent) => untracked(enabled) && (where?.(event) ?? true) };
    return untilDestroyed(() => listenWhile(enabled, () => bus.on(target as string, handler, whileEnabled)));
  });
}

function listenWhile(enabled: Signal<boolean>, listen: () => Subscription): () => void {
  let stop: Subscription | undefined;
  const follow = (on: boolean) => {
    if (!on) stop?.();
    stop = on ? (stop ?? listen()) : undefined;
  };
  follow(isOnAlready(enabled));
  const following = effect(() => {
    const on = enabled();
    untracked(() => follow(on));
  });
  return () => {
    following.destroy();
    follow(false);
  };
}

/** Required inputs cannot be read before the first change detection; then the effect reads them. */
function isOnAlready(enabled: Signal<boolean>): boolean {
  try {
    return untracked(enabled);
  } catch {
    return false;
  }
}
