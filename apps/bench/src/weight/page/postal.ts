import { getChannel } from 'postal';
import type { Payload } from '../../contestants/contestant.ts';
import { begin, done, handled, payload } from './step-watch.ts';

begin();
const cart = getChannel<{ 'item.added': Payload }>('cart');
done('create');
cart.subscribe('item.added', (envelope) => handled(envelope.payload));
done('subscribe');
cart.publish('item.added', payload);
