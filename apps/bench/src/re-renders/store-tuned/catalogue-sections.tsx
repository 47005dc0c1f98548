import { memo, type ReactElement, useCallback } from 'react';
import { shallowEqual, useDispatch, useSelector } from 'react-redux';
import { quantityOf } from '../shop/cart-line.ts';
import type { Product } from '../shop/product.ts';
import { filterChanged, itemAdded, type ShopState } from '../store/shop-store.ts';
import {
  CategoryMenuView,
  ProductCardView,
  ProductListView,
  RecommendationsView,
  SearchBoxView,
} from '../views/catalogue-views.tsx';
import { filterOf, linesOf, selectCategories, selectMatching, selectRecommended } from './selectors.ts';

export function SearchBox(): ReactElement {
  const dispatch = useDispatch();
  return <SearchBoxView filter={useSelector(filterOf)} onFilter={(text) => dispatch(filterChanged(text))} />;
}

/** Selects for itself how many pieces are in the cart, so that the list does not have to. */
const ProductCard = memo(({ product }: { product: Product }): ReactElement => {
  const inCart = useSelector((state: ShopState) => quantityOf(linesOf(state), product.sku));
  const dispatch = useDispatch();
  const onAdd = useCallback((added: Product) => void dispatch(itemAdded(added)), [dispatch]);
  return <ProductCardView product={product} inCart={inCart} onAdd={onAdd} />;
});

export function ProductList(): ReactElement {
  const products = useSelector(selectMatching, shallowEqual);
  return <ProductListView cards={products.map((product) => ({ product }))} Card={ProductCard} />;
}

export function CategoryMenu(): ReactElement {
  return <CategoryMenuView categories={useSelector(selectCategories)} />;
}

export function Recommendations(): ReactElement {
  return <RecommendationsView products={useSelector(selectRecommended, shallowEqual)} />;
}
