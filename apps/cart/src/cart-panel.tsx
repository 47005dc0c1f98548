import { useEmit } from '@busbar/react';
import { cart } from 'contracts';
import { type ReactElement, useId, useRef } from 'react';
import { CartLine } from './cart-line.tsx';
import styles from './cart-panel.module.css';
import { describeTotal } from './describe-total.ts';
import { EmptyCart } from './empty-cart.tsx';
import { summariseCart } from './summarise-cart.ts';
import { UnpricedNote } from './unpriced-note.tsx';
import { useCart } from './use-cart.ts';

/** The cart as people see it: fills whatever place the page gives it. */
export function CartPanel(): ReactElement {
  const lines = useCart();
  const summary = summariseCart(lines);
  const { count } = summary;
  const emitRemoved = useEmit(cart.itemRemoved);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();

  const remove = (sku: string): void => {
    heading.current?.focus(); // the button goes away with its line, and would take the focus along
    emitRemoved({ sku });
  };

  return (
    <section className={styles['panel']} aria-labelledby={headingId}>
      <header className={styles['header']}>
        <h2 className={styles['title']} id={headingId} ref={heading} tabIndex={-1}>
          Your cart
        </h2>
        <p className={count ? 'badge badge-accent' : 'badge'} role="status">
          {count === 1 ? '1 item' : `${count} items`}
          <span className="visually-hidden"> in the cart, {describeTotal(summary)}</span>
        </p>
      </header>
      {count === 0 ? (
        <EmptyCart />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the role away with the list style */}
          <ul className={styles['lines']} role="list">
            {lines.map((line) => (
              <CartLine key={line.sku} line={line} onRemove={remove} />
            ))}
          </ul>
          <footer className={styles['footer']}>
            <p className={styles['subtotal']}>
              <span>
                Subtotal
                <span className="muted small"> VAT included, delivery is free</span>
              </span>
              <strong className="number">{describeTotal(summary)}</strong>
            </p>
            <UnpricedNote lines={lines} />
            <a className="button button-primary button-wide" href="/checkout">
              Check out
            </a>
          </footer>
        </>
      )}
    </section>
  );
}
