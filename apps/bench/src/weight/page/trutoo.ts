import { EventBus } from '@trutoo/event-bus';
import type { Payload } from '../../contestants/contestant.ts';
import { begin, done, handled, payload } from './step-watch.ts';

const schema = {
  type: 'object',
  properties: {
    sku: { type: 'string' },
    quantity: { type: 'integer', exclusiveMinimum: 0 },
    price: { type: 'number' },
    gift: { type: 'boolean' },
  },
  required: ['sku', 'quantity', 'price', 'gift'],
};
begin();
const bus = new EventBus();
done('create');
bus.register('cart:itemAdded', schema);
done('define');
bus.subscribe<Payload>('cart:itemAdded', (event) => handled(event.payload!));
done('subscribe');
bus.publish('cart:itemAdded', payload);
