import { loadMicroApp } from 'qiankun';
import { type Mount, runRecipe } from '../page/run-recipe.ts';

function mountApp(name: string): Mount {
  return async (container) => {
    const entry = new URL(`${name}.html`, document.baseURI).href;
    const app = loadMicroApp({ name, entry, container }, { sandbox: true });
    await app.mountPromise;
    return () => app.unmount();
  };
}

runRecipe({ products: mountApp('products'), cart: mountApp('cart') });
