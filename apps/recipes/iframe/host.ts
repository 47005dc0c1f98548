import { mount as mountProducts } from '../micro-frontends/products.ts';
import { runRecipe } from '../page/run-recipe.ts';

function mountFrame(place: HTMLElement): () => void {
  const frame = document.createElement('iframe');
  frame.title = 'The cart, in a frame';
  frame.src = 'frame.html';
  place.append(frame);
  return () => frame.remove();
}

runRecipe({ products: mountProducts, cart: mountFrame });
