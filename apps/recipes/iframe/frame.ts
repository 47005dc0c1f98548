import { mount } from '../micro-frontends/cart.ts';
import { showHub } from '../page/show-hub.ts';

mount(document.getElementById('root')!);
showHub();
