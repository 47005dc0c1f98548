import type { ReactElement } from 'react';
import { connect, useDispatch, useSelector } from 'react-redux';
import { quantityOf } from '../shop/cart-line.ts';
import { countedByCategory, matching, type Product, recommended } from '../shop/product.ts';
import { filterChanged, itemAdded, type ShopState } from '../store/shop-store.ts';
import {
  CategoryMenuView,
  ProductCardView,
  ProductListView,
  RecommendationsView,
  SearchBoxView,
} from '../views/catalogue-views.tsx';

/** Takes the whole slice. */
export function SearchBox(): ReactElement {
  const { filter } = useSelector((state: ShopState) => state.shop);
  const dispatch = useDispatch();
  return <SearchBoxView filter={filter} onFilter={(text) => dispatch(filterChanged(text))} />;
}

interface ListedProducts {
  readonly products: readonly { readonly product: Product; readonly inCart: number }[];
  readonly onAdd: (product: Product) => void;
}

function ListedProducts({ products, onAdd }: ListedProducts): ReactElement {
  return <ProductListView cards={products.map((listed) => ({ ...listed, onAdd }))} Card={ProductCardView} />;
}

/** Filters and joins in `mapState`. */
export const ProductList = connect(
  ({ shop, cart }: ShopState) => ({
    products: matching(shop.products, shop.filter).map((product) => ({ product, inCart: quantityOf(cart.lines, product.sku) })),
  }),
  { onAdd: itemAdded },
)(ListedProducts);

/** Counts in `mapState`. */
export const CategoryMenu = connect(({ shop }: ShopState) => ({
  categories: countedByCategory(matching(shop.products, shop.filter)),
}))(CategoryMenuView);

/** Filters in the selector. */
export function Recommendations(): ReactElement {
  const products = useSelector(({ shop, cart }: ShopState) =>
    recommended(shop.products, (sku) => quantityOf(cart.lines, sku) > 0),
  );
  return <RecommendationsView products={products} />;
}
