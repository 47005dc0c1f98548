import type { Bus } from '@busbar/core';

/**
 * The key under which elements ask for their bus: the same for all copies of this package.
 *
 * It is a context as `@lit/context` has them, so that its providers and consumers may take part.
 *
 * @example
 * class Cart extends LitElement {
 *   @consume({ context: busContext, subscribe: true }) bus?: Bus;
 * }
 */
export const busContext = Symbol.for('busbar.bus') as unknown as { readonly __context__: Bus };

/** What a provider calls: with the bus, or without one when it provides no more. `leave` tells it to forget the callback. */
export type BusCallback = (bus: Bus | undefined, leave?: () => void) => void;

/** Who takes part in the context protocol. */
export type ContextTarget = Pick<EventTarget, 'dispatchEvent'>;

/** An event of the context protocol of the web components community group. */
export interface ContextEvent extends Event {
  readonly context?: unknown;
  readonly contextTarget?: ContextTarget;
  readonly callback?: BusCallback;
  readonly subscribe?: boolean;
}

/** Asks the elements above for the bus, or tells them of a provider. */
export function dispatchContext(
  type: 'context-request' | 'context-provider',
  contextTarget: ContextTarget,
  callback?: BusCallback,
): void {
  const event = new Event(type, { bubbles: true, composed: true });
  contextTarget.dispatchEvent(Object.assign(event, { context: busContext, contextTarget, callback, subscribe: true }));
}
