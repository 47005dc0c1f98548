// Runs in a worker: two buses that name no hub, and what the one says to the other.
import * as z from 'zod';
import { createBus, defineEvent } from '../index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.string() });
const [cart, checkout] = [createBus({ source: 'cart' }), createBus({ source: 'checkout' })];
checkout.on(noted, ({ data, source }) => postMessage(`${data} from ${source}`));
cart.emit(noted, 'hello');
