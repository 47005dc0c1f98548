import type { Bus } from '@busbar/core';
import { type BusCallback, busContext, type ContextEvent, type ContextTarget, dispatchContext } from './bus-context.ts';

/**
 * Gives all elements below a target, however deep and through shadow roots, their bus. Returns the function that ends it.
 *
 * The nearest provider counts, also one that comes late. An element does not provide to itself: give its own controllers
 * `{ bus }`. For another bus, end this and provide anew: everything below moves. Whoever made the bus disposes it.
 *
 * @example
 * provideBus(document.querySelector('#cart'), createBus({ source: 'cart' }));
 */
export function provideBus(target: EventTarget, bus: Bus): () => void {
  const consumers = new Map<BusCallback, { readonly asker: ContextTarget; leave(): void }>();

  const onRequest = (event: ContextEvent): void => {
    const { callback, subscribe } = event;
    if (!callback || !isFromBelow(event, target)) return;
    event.stopPropagation();
    if (!subscribe) return callback(bus);
    // The same `leave` each time: consumers tell by it that they have another provider.
    const consumer = consumers.get(callback) ?? { asker: askerOf(event), leave: () => consumers.delete(callback) };
    consumers.set(callback, consumer);
    callback(bus, consumer.leave);
  };
  const onProvider = (event: ContextEvent): void => {
    if (!isFromBelow(event, target)) return;
    for (const [callback, { asker }] of [...consumers]) dispatchContext('context-request', asker, callback);
  };

  target.addEventListener('context-request', onRequest);
  target.addEventListener('context-provider', onProvider);
  dispatchContext('context-provider', target);
  return () => {
    target.removeEventListener('context-request', onRequest);
    target.removeEventListener('context-provider', onProvider);
    for (const [callback, { asker }] of [...consumers]) {
      callback(undefined);
      dispatchContext('context-request', asker, callback);
    }
  };
}

function isFromBelow(event: ContextEvent, target: EventTarget): boolean {
  const asker = askerOf(event);
  return event.context === busContext && asker !== target && (asker as { element?: unknown }).element !== target;
}

function askerOf(event: ContextEvent): ContextTarget {
  return event.contextTarget ?? event.composedPath()[0]!;
}
