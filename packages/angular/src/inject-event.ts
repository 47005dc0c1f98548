import { computed, inject, NgZone, PLATFORM_ID, untracked } from '@angular/core';
import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions, Subscription } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { follow } from './follow.ts';
import { holdsSame } from './holds-same.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { type Reactive, read } from './reactive.ts';

type Target = string | AnyEventContract | readonly AnyEventContract[];

/** How to listen: the options of `bus.on`, and whether to listen at all. */
export interface ListenOptions<Event extends BusEvent = BusEvent> extends SubscribeOptions<Event> {
  /**
   * Listens while it is true. Turned off, it takes effect at once; turned on, with the next change detection, as a new
   * subscription that is given the retained events again. Default: always on.
   */
  readonly enabled?: Reactive<boolean>;
}

/** How `injectEvent` receives: the options of `bus.on`, and two of Angular's own. */
export interface InjectEventOptions<Event extends BusEvent = BusEvent> extends ListenOptions<Event>, InjectorOption {}

/** Options as they are, or a signal or function that gives those of now, for which there is no `injector`. */
type Options<Event extends BusEvent = BusEvent> = InjectEventOptions<Event> | (() => ListenOptions<Event>);

/**
 * Calls the handler for each event of a contract, of several, or of all whose names fit a pattern, for as long as the
 * component, directive, service or injector lives that it is called in.
 *
 * Handlers run after the emitting call, outside the injection context, and read signals as they are then; with zone.js,
 * in the zone of the application. Target, options and `enabled` may be signals or functions of signals: what they give at
 * the call is listened to from the call on, unless it depends on required inputs, which nobody can read before the first
 * change detection. A change ends the subscription at once and begins another with the next change detection, except that
 * a change of `where` alone is asked from then on. On a server it listens to nothing. The function returned ends it earlier.
 *
 * @throws Error where no bus is provided, NG0203 outside an injection context unless `injector` is given, and the errors
 * of `bus.on`.
 * @example
 * constructor() {
 *   injectEvent(checkout.orderPlaced, ({ data }) => this.newest.set(data.number));
 * }
 */
export function injectEvent<Contract extends AnyEventContract>(
  contract: Reactive<Contract | readonly Contract[]>,
  handler: Handler<EventOf<Contract>>,
  options?: Options<EventOf<Contract>>,
): Subscription;
export function injectEvent<Name extends keyof DeclaredEvents & string>(
  name: Reactive<Name>,
  handler: Handler<EventOf<DeclaredEvents[Name]>>,
  options?: Options<EventOf<DeclaredEvents[Name]>>,
): Subscription;
export function injectEvent(nameOrPattern: Reactive<string>, handler: Handler, options?: Options): Subscription;
export function injectEvent(
  target: Reactive<Target>,
  handler: Handler,
  options: InjectEventOptions | (() => InjectEventOptions) = {},
): Subscription {
  if (inDevelopment) assertContext(injectEvent, (options as InjectorOption).injector);
  return inContext((options as InjectorOption).injector, () => {
    const bus = busHere();
    const zone = inject(NgZone);
    const inBrowser = inject(PLATFORM_ID) !== 'server';
    const asked = computed(
      () => {
        const { enabled = true, where, ...others } = read(options);
        return inBrowser && read(enabled) ? { ...others, target: read(target) } : undefined;
      },
      { equal: holdsSame },
    );
    const end = follow(asked, (now) => {
      // The effect comes after the change; an event in between must not reach somebody who has turned away.
      const ifAsked = <Answer>(act: () => Answer) => untracked(() => asked() === now && act());
      const run: Handler = (event, context) =>
        ifAsked(() =>
          zone.run(() => {
            // Change detection waits for what is pending: one for all the events that are handled in one go.
            if (NgZone.isInAngularZone()) queueMicrotask(() => {});
            return handler(event, context);
          }),
        );
      // What cannot be called is for `bus.on` to explain.
      const asGiven = inDevelopment && typeof handler !== 'function';
      return bus.on(now.target as string, asGiven ? handler : run, {
        ...now,
        where: (event) => ifAsked(() => read(options).where?.(event) ?? true),
      });
    });
    return Object.assign(end, { unsubscribe: end, [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: end }) as Subscription;
  });
}
