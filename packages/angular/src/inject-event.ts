import { computed, inject, NgZone, PLATFORM_ID, untracked } from '@angular/core';
import type { AnyEventContract, BusEvent, DeclaredEvents, EventOf, Handler, SubscribeOptions, Subscription } from '@busbar/core';
import { follow } from './follow.ts';
import { holdsSame, type Members } from './holds-same.ts';
import { type InjectorOption, inContext } from './in-context.ts';
import { inZone } from './in-zone.ts';
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
  return inContext(injectEvent, (options as InjectorOption).injector, () => {
    const bus = busHere();
    const zone = inject(NgZone);
    const asked = computed(() => whatIsAsked(target, read(options)), { equal: isAskedAlready });
    const listen = (now: Asked): Subscription => {
      // The effect comes after the change; an event in between must not reach somebody who has turned away.
      const run: Handler = (event, context) => asked() === now && handler(event, context);
      return bus.on(now.target as string, typeof handler === 'function' ? inZone(zone, run) : handler, {
        ...now.options,
        where: (event) => untracked(() => asked() === now && (read(options).where?.(event) ?? true)),
      });
    };
    const changes = [target, options, (options as InjectEventOptions).enabled].some((part) => typeof part === 'function');
    if (inject(PLATFORM_ID) === 'server') return follow(undefined, listen);
    return follow(changes ? asked : asked(), listen);
  });
}

interface Asked {
  readonly target: Target;
  readonly options: SubscribeOptions;
}

function whatIsAsked(
  target: Reactive<Target>,
  { enabled = true, injector, where, ...options }: InjectEventOptions,
): Asked | undefined {
  return read(enabled) ? { target: read(target), options } : undefined;
}

function isAskedAlready(one: Asked | undefined, other: Asked | undefined): boolean {
  return holdsSame(one, other, (target, another) => holdsSame(target, another, isSameMember));
}

/** What is written as `{ attempts: 1 }` is looked into, and no deeper. */
function isSameMember(one: Members, other: Members): boolean {
  return one?.constructor === Object ? holdsSame(one, other) : Object.is(one, other);
}
