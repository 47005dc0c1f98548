import { type ReactElement, useEffect } from 'react';
import { addItem } from './cart-slice.ts';
import { formatMoney } from './format-money.ts';
import { useAppDispatch, useAppSelector } from './hooks.ts';
import { loadProducts } from './products-slice.ts';

export function ProductList(): ReactElement {
  const { items, status } = useAppSelector(({ products }) => products);
  const dispatch = useAppDispatch();
  useEffect(() => {
    dispatch(loadProducts());
  }, [dispatch]);
  return (
    <section aria-label="Products">
      <h2>Products</h2>
      {status === 'failed' && <p role="alert">The products could not be loaded. Reload the page to try again.</p>}
      <ul>
        {items.map((product) => (
          <li key={product.sku} className="row">
            <span className="name">{product.name}</span>
            <span>{formatMoney(product.price)}</span>
            <button type="button" onClick={() => dispatch(addItem(product))}>
              Add<span className="visually-hidden"> {product.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
