import { useEmit, useEventState } from '@busbar/react';
import type { ReactElement } from 'react';
import { cart, search } from '../events/contracts.ts';
import { emptyCart, noFilter } from '../events/nothing-yet.ts';
import { useFilter } from '../events/use-filter.ts';
import { quantityOf } from '../shop/cart-line.ts';
import { countedByCategory, matching, products, recommended } from '../shop/product.ts';
import {
  CategoryMenuView,
  ProductCardView,
  ProductListView,
  RecommendationsView,
  SearchBoxView,
} from '../views/catalogue-views.tsx';

export function SearchBox(): ReactElement {
  const [filter, setFilter] = useFilter();
  return <SearchBoxView filter={filter} onFilter={setFilter} />;
}

export function ProductList(): ReactElement {
  const { text } = useEventState(search.filterChanged, { initial: noFilter });
  const { lines } = useEventState(cart.changed, { initial: emptyCart });
  const add = useEmit(cart.itemAdded);
  const cards = matching(products, text).map((product) => ({
    product,
    inCart: quantityOf(lines, product.sku),
    onAdd: () => add({ sku: product.sku }),
  }));
  return <ProductListView cards={cards} Card={ProductCardView} />;
}

export function CategoryMenu(): ReactElement {
  const { text } = useEventState(search.filterChanged, { initial: noFilter });
  return <CategoryMenuView categories={countedByCategory(matching(products, text))} />;
}

export function Recommendations(): ReactElement {
  const { lines } = useEventState(cart.changed, { initial: emptyCart });
  return <RecommendationsView products={recommended(products, (sku) => quantityOf(lines, sku) > 0)} />;
}
