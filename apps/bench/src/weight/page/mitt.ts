import mitt from 'mitt';
import type { Payload } from '../../contestants/contestant.ts';
import { begin, done, handled, payload } from './step-watch.ts';

begin();
const emitter = mitt<{ 'cart:itemAdded': Payload }>();
done('create');
emitter.on('cart:itemAdded', handled);
done('subscribe');
emitter.emit('cart:itemAdded', payload);
