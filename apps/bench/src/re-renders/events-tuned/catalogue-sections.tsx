import { useEmit, useEventState } from '@busbar/react';
import { memo, type ReactElement, useCallback } from 'react';
import { cart, search } from '../events/contracts.ts';
import { emptyCart, noFilter } from '../events/nothing-yet.ts';
import { useFilter } from '../events/use-filter.ts';
import { quantityOf } from '../shop/cart-line.ts';
import { countedByCategory, matching, type Product, products, recommended } from '../shop/product.ts';
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

/** Selects for itself how many pieces are in the cart, so that the list does not have to. */
const ProductCard = memo(({ product }: { product: Product }): ReactElement => {
  const inCart = useEventState(cart.changed, { initial: emptyCart, select: ({ lines }) => quantityOf(lines, product.sku) });
  const add = useEmit(cart.itemAdded);
  const onAdd = useCallback(({ sku }: Product) => void add({ sku }), [add]);
  return <ProductCardView product={product} inCart={inCart} onAdd={onAdd} />;
});

export function ProductList(): ReactElement {
  const found = useEventState(search.filterChanged, {
    initial: noFilter,
    select: ({ text }) => matching(products, text),
    compare: sameItems,
  });
  return <ProductListView cards={found.map((product) => ({ product }))} Card={ProductCard} />;
}

export function CategoryMenu(): ReactElement {
  const { text } = useEventState(search.filterChanged, { initial: noFilter });
  return <CategoryMenuView categories={countedByCategory(matching(products, text))} />;
}

export function Recommendations(): ReactElement {
  const found = useEventState(cart.changed, {
    initial: emptyCart,
    select: ({ lines }) => recommended(products, (sku) => quantityOf(lines, sku) > 0),
    compare: sameItems,
  });
  return <RecommendationsView products={found} />;
}

function sameItems(some: readonly Product[], others: readonly Product[]): boolean {
  return some.length === others.length && some.every((product, index) => product === others[index]);
}
