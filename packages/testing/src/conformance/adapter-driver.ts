import type { AnyEventContract, Bus, BusEvent, DeadLetter, EmitOptions, Handler, Readable, SubscribeOptions } from '@busbar/core';

/** How a component looks at a value. */
export interface Look {
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

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
  /** A call of `useEmit`. */
  readonly emit?: AnyEventContract;

  // A component shows one of these at most.

  /** A call of `useEventState`. */
  readonly state?: Look & { readonly contract: AnyEventContract; readonly initial?: unknown };
  /** A call of `useProjection`. */
  readonly projection?: Look & { readonly source: Readable<unknown> };
  /** A call of `useDeadLetters`. */
  readonly deadLetters?: { filter?(letter: DeadLetter): boolean };
  /** A call of `useMetrics`. */
  readonly metrics?: { readonly every: number };

  /**
   * To be called by the component whenever it renders, with what it shows and what `useEmit` gave. Where a framework
   * computes single values instead of rendering components, whenever what it shows is computed anew; once at least.
   */
  onRender(shown: unknown, emit?: (data: unknown, options?: EmitOptions) => BusEvent): void;
}

/** A component that is on the page. */
export interface MountedComponent {
  /**
   * Gives it another setup, and waits until that has taken effect. The same parts are there as before, and anything in
   * them may be another. Where a framework's set-up code runs once, hand it getters that read the setup of now. Only
   * what a component of the framework cannot be given while it is there, such as another provided bus, may be met by
   * putting a new component in its place.
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
