import type { AnyEventContract, OutputOf } from '@busbar/core';
import { type Accessor, createMemo, sharedConfig } from 'solid-js';
import { isServer } from 'solid-js/web';
import { follow, type Look } from './follow.ts';
import { type MaybeAccessor, read } from './maybe-accessor.ts';
import { useBus } from './use-bus.ts';

/** What every call of `createEventState` takes. */
export interface CreateEventStateOptions<Value> {
  /** Answers whether two values are the same to the component. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Gives the newest payload of a contract as an accessor.
 *
 * Before the first event it gives `initial`, else `undefined`. With `select` it gives what that makes of the payload, and
 * nothing that reads it runs again until `compare` finds the next selection different; signals that `select` reads are
 * tracked. It changes in the microtask after an emit, until its owner is disposed. A `select` or `compare` that throws ends
 * in the nearest error boundary, as anything that throws in a memo; the bus goes on. On a server it gives what the request's
 * own bus holds, else `initial`. Hydration begins with `initial`: give it what the server rendered.
 *
 * @example
 * const count = createEventState(cart.changed, { select: (state) => state?.lines.length ?? 0 });
 * return <output>{count()}</output>;
 */
export function createEventState<Contract extends AnyEventContract, Selection>(
  contract: MaybeAccessor<Contract>,
  options: MaybeAccessor<
    CreateEventStateOptions<Selection> & {
      readonly initial: OutputOf<Contract>;
      readonly select: (value: OutputOf<Contract>) => Selection;
    }
  >,
): Accessor<Selection>;
export function createEventState<Contract extends AnyEventContract, Selection>(
  contract: MaybeAccessor<Contract>,
  options: MaybeAccessor<
    CreateEventStateOptions<Selection> & { readonly select: (value: OutputOf<Contract> | undefined) => Selection }
  >,
): Accessor<Selection>;
export function createEventState<Contract extends AnyEventContract>(
  contract: MaybeAccessor<Contract>,
  options: MaybeAccessor<CreateEventStateOptions<OutputOf<Contract>> & { readonly initial: OutputOf<Contract> }>,
): Accessor<OutputOf<Contract>>;
export function createEventState<Contract extends AnyEventContract>(
  contract: MaybeAccessor<Contract>,
  options?: MaybeAccessor<CreateEventStateOptions<OutputOf<Contract> | undefined>>,
): Accessor<OutputOf<Contract> | undefined>;
export function createEventState(contract: MaybeAccessor<AnyEventContract>, look: MaybeAccessor<Look> = {}): Accessor<unknown> {
  const bus = useBus();
  const asked = createMemo(() => read(contract));
  return follow(
    () => bus().latest(asked()),
    () => read(look),
    !isServer && sharedConfig.context,
  );
}
