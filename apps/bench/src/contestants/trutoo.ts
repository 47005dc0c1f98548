import { EventBus } from '@trutoo/event-bus';
import type { Contestant, Payload } from './contestant.ts';
import { trutooProfile } from './profiles.ts';
import { settledAtOnce } from './settled-at-once.ts';

const schema = {
  type: 'object',
  required: ['sku', 'quantity', 'price', 'gift'],
  properties: {
    sku: { type: 'string' },
    quantity: { type: 'integer', minimum: 1 },
    price: { type: 'number' },
    gift: { type: 'boolean' },
  },
};

export const trutoo: Contestant = {
  ...trutooProfile,
  open(subscribers, handle) {
    const bus = new EventBus();
    bus.register('cart:itemAdded', schema);
    const subscriptions = Array.from({ length: subscribers }, (_each, subscriber) =>
      bus.subscribe<Payload>('cart:itemAdded', ({ payload }) => handle(payload!, subscriber)),
    );
    return {
      emit: (payload) => bus.publish('cart:itemAdded', payload),
      settled: settledAtOnce,
      close() {
        for (const subscription of subscriptions) subscription.unsubscribe();
      },
    };
  },
  async hearLate(payload, handle) {
    const bus = new EventBus();
    bus.register('cart:itemAdded', schema);
    bus.publish('cart:itemAdded', payload);
    bus.subscribe('cart:itemAdded', true, (event: { payload: Payload | undefined }) => handle(event.payload!, 0));
  },
};
