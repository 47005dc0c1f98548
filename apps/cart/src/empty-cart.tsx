import type { ReactElement } from 'react';
import styles from './empty-cart.module.css';

/** What the cart shows while there is nothing in it. */
export function EmptyCart(): ReactElement {
  return (
    <div className={styles['empty']}>
      <svg className={styles['picture']} viewBox="0 0 96 80" aria-hidden="true">
        <path d="M14 30h68l-6 38a6 6 0 0 1-6 5H26a6 6 0 0 1-6-5z" />
        <path d="M34 30c0-14 6-22 14-22s14 8 14 22" />
        <path d="M36 43v17M48 43v17M60 43v17" />
      </svg>
      <p className={styles['title']}>Your cart is empty</p>
      <p className="muted small">What you add in the shop shows up here.</p>
    </div>
  );
}
