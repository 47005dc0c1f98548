import type { Payload } from '../../contestants/contestant.ts';
import { begin, done, handled, payload } from './step-watch.ts';

begin();
window.addEventListener('cart:itemAdded', (event) => handled((event as CustomEvent<Payload>).detail));
done('subscribe');
window.dispatchEvent(new CustomEvent('cart:itemAdded', { detail: payload }));
