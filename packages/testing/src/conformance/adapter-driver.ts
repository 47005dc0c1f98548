import type { AnyEventContract, Bus, BusEvent, Handler, Readable, SubscribeOptions } from '@busbar/core';

/** What one component does with the adapter under test. Parts that are absent are not called at all. */
export interface ComponentSetup {
  /** The bus that is provided to the component. */
  readonly bus: Bus;
  /** A call of `useEvent`. */
  readonly event?: {
    readonly target: AnyEventContract | readonly AnyEventContract[] | string;
    readonly handler: Handler;
    readonly options?: SubscribeOptions & { readonly enabled?: boolean };
  };
  /** A call of `useEventState`; the component shows what it gives. */
  readonly state?: {
    readonly contract: AnyEventContract;
    readonly initial?: unknown;
    select?(value: unknown): unknown;
    compare?(previous: unknown, next: unknown): boolean;
  };
  /** A call of `useProjection`; the component shows what it gives. */
  readonly projection?: {
    readonly source: Readable<unknown>;
    select?(value: unknown): unknown;
    compare?(previous: unknown, next: unknown): boolean;
  };
  /** A call of `useEmit`. */
  readonly emit?: AnyEventContract;
}

/** A component that is on the page. */
export interface MountedComponent {
  /** What it showed of `state`, or of `projection`, when it last rendered. */
  shown(): unknown;
  /** How often it has rendered. */
  renders(): number;
  /** Calls what `useEmit` gave at the last render. */
  emit(data: unknown): BusEvent;
  /** What `useEmit` gave at the last render: is it the same function still? */
  emitter(): unknown;
  /**
   * Gives it another setup, in which anything may be another than before, and waits until it has rendered. An adapter whose
   * framework cannot provide another bus to a component that is there puts a new component in its place.
   */
  update(setup: ComponentSetup): Promise<void>;
  /** Waits until everything that changed is rendered. */
  settled(): Promise<void>;
  /** Takes it off the page. */
  unmount(): Promise<void>;
}

/** How the conformance suite drives an adapter. This is all that a new adapter has to write for its tests. */
export interface AdapterDriver {
  /** Puts a component on the page and waits until it has rendered and listens. */
  mount(setup: ComponentSetup): Promise<MountedComponent>;
}
