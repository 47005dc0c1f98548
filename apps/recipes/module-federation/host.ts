import { mount as mountCart } from 'cart/mount';
import { mount as mountProducts } from 'products/mount';
import { runRecipe } from '../page/run-recipe.ts';

runRecipe({ products: mountProducts, cart: mountCart });
