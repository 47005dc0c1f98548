import type { ComponentType, ReactElement } from 'react';
import { formatMoney } from '../shop/format-money.ts';
import type { Product } from '../shop/product.ts';
import { countRender } from './count-render.ts';
import { section } from './section.ts';

export function SearchBoxView({ filter, onFilter }: { filter: string; onFilter: (text: string) => void }): ReactElement {
  countRender('search-box');
  const field = <input aria-label="Filter the products" value={filter} onChange={({ target }) => onFilter(target.value)} />;
  return section('search-box', 'Search', field);
}

export interface ProductCardProps {
  readonly product: Product;
  readonly inCart: number;
  readonly onAdd: (product: Product) => void;
}

export function ProductCardView({ product, inCart, onAdd }: ProductCardProps): ReactElement {
  countRender('product-card');
  return (
    <article>
      <h3>{product.name}</h3>
      <p>{formatMoney(product.price)}</p>
      <p>{inCart > 0 ? `${inCart} in your cart` : 'Not in your cart'}</p>
      <button type="button" aria-label={`Add ${product.name}`} onClick={() => onAdd(product)}>
        Add
      </button>
    </article>
  );
}

interface ProductListProps<CardProps extends { readonly product: Product }> {
  /** What each card is given, in the order of the cards. */
  readonly cards: readonly CardProps[];
  readonly Card: ComponentType<CardProps>;
}

export function ProductListView<CardProps extends { readonly product: Product }>({
  cards,
  Card,
}: ProductListProps<CardProps>): ReactElement {
  countRender('product-list');
  const list = cards.map((card) => <Card key={card.product.sku} {...card} />);
  return section('product-list', 'Products', <p>{`${cards.length} products`}</p>, <div className="cards">{list}</div>);
}

export function CategoryMenuView({ categories }: { categories: readonly { category: string; count: number }[] }): ReactElement {
  countRender('category-menu');
  const items = categories.map(({ category, count }) => <li key={category}>{`${category} (${count})`}</li>);
  return section('category-menu', 'Categories', <ul>{items}</ul>);
}

export function RecommendationsView({ products }: { products: readonly Product[] }): ReactElement {
  countRender('recommendations');
  const items = products.map(({ sku, name, price }) => <li key={sku}>{`${name}, ${formatMoney(price)}`}</li>);
  return section('recommendations', 'You may like', <ul>{items}</ul>);
}
