import { useEmit } from '@busbar/react';
import { type ReactElement, useEffect } from 'react';
import { formatMoney } from '../before/format-money.ts';
import { loadProducts } from '../before/products-slice.ts';
import { cart } from '../beside/events.ts';
import { useAppDispatch, useAppSelector } from './store.ts';

export function ProductList(): ReactElement {
  const { items, status } = useAppSelector(({ products }) => products);
  const dispatch = useAppDispatch();
  const addItem = useEmit(cart.itemAdded);
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
            <button type="button" onClick={() => addItem(product)}>
              Add<span className="visually-hidden"> {product.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
