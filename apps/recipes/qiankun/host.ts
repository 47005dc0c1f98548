import { loadMicroApp } from 'qiankun';
import { type Mount, runRecipe } from '../page/run-recipe.ts';

/** Each may say what is its own, and hear the other. */
const permissions = {
  products: { publish: ['products:*'], subscribe: ['cart:*'] },
  cart: { publish: ['cart:*'], subscribe: ['products:*', 'cart:*'] },
};

function mountApp(name: 'products' | 'cart'): Mount {
  return async (container) => {
    const entry = new URL(`${name}.html`, document.baseURI).href;
    const props = { busbar: permissions[name] };
    const app = loadMicroApp({ name, entry, container, props }, { sandbox: true });
    await app.mountPromise;
    return () => app.unmount();
  };
}

runRecipe({ products: mountApp('products'), cart: mountApp('cart') });
