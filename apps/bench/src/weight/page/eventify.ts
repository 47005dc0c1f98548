import { createEmitter, setDefaultSchemaValidator } from 'eventify';
import { itemSchema } from '../../contestants/item-schema.ts';
import { begin, done, handled, payload } from './step-watch.ts';

begin();
const emitter = createEmitter({ schemas: { 'cart:itemAdded': itemSchema }, validate: setDefaultSchemaValidator });
done('create');
emitter.on('cart:itemAdded', handled);
done('subscribe');
emitter.emit('cart:itemAdded', payload);
