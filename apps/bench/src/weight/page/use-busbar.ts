import { createBus, defineEvent } from '@busbar/core';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Payload } from '../../contestants/contestant.ts';
import { begin, done, handled, payload } from './step-watch.ts';

/** Emits and handles the first event of the page, as a micro-frontend does that says nothing but its contract. */
export function useBusbar(schema: StandardSchemaV1<Payload>): void {
  begin();
  const bus = createBus({ source: 'cart' });
  done('create');
  const itemAdded = defineEvent('cart:itemAdded', { version: 1, schema });
  done('define');
  bus.on(itemAdded, ({ data }) => handled(data));
  done('subscribe');
  bus.emit(itemAdded, payload);
}
