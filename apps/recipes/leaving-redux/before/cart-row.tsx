import type { ReactElement } from 'react';
import type { CartLine } from './cart-line.ts';
import { formatMoney } from './format-money.ts';

interface CartRowProps {
  readonly line: CartLine;
  onChange(quantity: number): void;
  onRemove(): void;
}

/** One line of the cart. Knows nothing of where the cart is kept. */
export function CartRow({ line: { name, price, quantity }, onChange, onRemove }: CartRowProps): ReactElement {
  return (
    <li className="row">
      <span className="name above">{name}</span>
      <span>{formatMoney(price * quantity)}</span>
      <span className="stepper">
        <button className="switch" type="button" disabled={quantity === 1} onClick={() => onChange(quantity - 1)}>
          −<span className="visually-hidden"> One fewer {name}</span>
        </button>
        <output aria-label={`Quantity of ${name}`}>{quantity}</output>
        <button className="switch" type="button" onClick={() => onChange(quantity + 1)}>
          +<span className="visually-hidden"> One more {name}</span>
        </button>
      </span>
      <button className="switch aside" type="button" onClick={onRemove}>
        Remove<span className="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}
