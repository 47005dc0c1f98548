import { type Mount, runRecipe } from '../page/run-recipe.ts';

function mountElement(name: string): Mount {
  return (place) => {
    const element = document.createElement(name);
    place.append(element);
    return () => element.remove();
  };
}

runRecipe({ products: mountElement('recipe-products'), cart: mountElement('recipe-cart') });
