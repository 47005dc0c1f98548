import { isPriced, type Line } from 'contracts';
import type { ReactElement } from 'react';
import styles from './cart-line.module.css';
import { formatMoney } from './format-money.ts';
import { QuantityStepper } from './quantity-stepper.tsx';

/** One row of the cart. */
export function CartLine({ line, onRemove }: { line: Line; onRemove(sku: string): void }): ReactElement {
  return (
    <li className={styles['line']}>
      <p className={styles['name']}>{line.name}</p>
      <p className={`number ${styles['sum']}`}>{isPriced(line) ? formatMoney(line.price * line.quantity) : 'Price unknown'}</p>
      <p className={`number muted small ${styles['price']}`}>
        {isPriced(line) ? `${formatMoney(line.price)} each` : 'Cannot be ordered yet'}
      </p>
      <QuantityStepper line={line} />
      <button className={`button button-link ${styles['remove']}`} type="button" onClick={() => onRemove(line.sku)}>
        Remove<span className="visually-hidden"> {line.name}</span>
      </button>
    </li>
  );
}
