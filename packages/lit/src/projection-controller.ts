import type { Readable } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';
import { type Look, ValueController } from './value-controller.ts';

/** What `ProjectionController` takes beside what it reads. */
export interface ProjectionControllerOptions<Value> {
  /** Answers whether two values are the same to the host. Default `Object.is`. */
  readonly compare?: (previous: Value, next: Value) => boolean;
}

/**
 * Has the value of a readable, such as a projection, as its `value`; with `select`, what that makes of it.
 *
 * Its host updates only when `compare` finds the next value different. It needs no provider, since a readable knows its bus.
 * Rendered on a server and hydrated, it is what the readable of each holds: let both hold the same.
 *
 * @example
 * class Total extends LitElement {
 *   #total = new ProjectionController(this, totals, (state) => state.total);
 * }
 */
export class ProjectionController<Value, Selection = Value> extends ValueController<Selection> {
  constructor(
    host: BusHost,
    readable: MaybeGetter<Readable<Value>>,
    select?: (value: Value) => Selection,
    options?: ProjectionControllerOptions<Selection>,
  ) {
    super(
      host,
      // There is no bus to look for: what it reads stands in for it.
      () => ({ ...options, select, bus: readable }) as unknown as Look,
      () => read(readable),
      (_, readable) => readable,
      false,
    );
  }
}
