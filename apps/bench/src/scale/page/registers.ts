import { createBus, createHub, defineEvent } from '@busbar/core';
import mitt from 'mitt';
import { getChannel } from 'postal';
import { itemSchema } from '../../contestants/item-schema.ts';
import { itemsOf } from './items.ts';

/** Where handlers are put and taken away again. */
export interface Register {
  /** Answers what takes it away. */
  subscribe(handle: () => void): () => void;
  emit(): void;
}

const [item] = itemsOf(1) as [ReturnType<typeof itemsOf>[number]];

export function customEventRegister(): Register {
  const type = 'cart:item-added';
  return {
    subscribe(handle) {
      window.addEventListener(type, handle);
      return () => window.removeEventListener(type, handle);
    },
    emit: () => window.dispatchEvent(new CustomEvent(type, { detail: item })),
  };
}

export function mittRegister(): Register {
  const emitter = mitt<{ itemAdded: typeof item }>();
  return {
    subscribe(handle) {
      emitter.on('itemAdded', handle);
      return () => emitter.off('itemAdded', handle);
    },
    emit: () => emitter.emit('itemAdded', item),
  };
}

export function postalRegister(): Register {
  const channel = getChannel<{ 'item.added': typeof item }>('cart');
  return {
    subscribe: (handle) => channel.subscribe('item.added', handle),
    emit: () => channel.publish('item.added', item),
  };
}

/** By contract, or by a pattern that fits ten of the contracts of the page; there are ten at least. */
export function busbarRegister(pattern?: string, known = 10): Register {
  const contracts = Array.from({ length: known }, (_contract, index) =>
    defineEvent(`${index < 10 ? 'cart' : 'other'}:happened${index}`, { version: 1, schema: itemSchema, dom: 'off' }),
  );
  const bus = createBus({ source: 'cart', hub: createHub(), contracts });
  const contract = contracts[0]!;
  const options = { delivery: 'sync' } as const;
  return {
    subscribe: (handle) => (pattern ? bus.on(pattern, handle, options) : bus.on(contract, handle, options)),
    emit: () => bus.emit(contract, item),
  };
}
