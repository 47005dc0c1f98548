import type { ComponentType, ReactElement } from 'react';
import { type CartLine, countOf, totalOf } from '../shop/cart-line.ts';
import { formatMoney } from '../shop/format-money.ts';
import { countRender } from './count-render.ts';
import { section } from './section.ts';

export function CartBadgeView({ count, total }: { count: number; total: number }): ReactElement {
  countRender('cart-badge');
  return section('cart-badge', 'Cart', <output>{`${count} in the cart, ${formatMoney(total)}`}</output>);
}

export interface CartRowProps {
  readonly line: CartLine;
  readonly onQuantity: (sku: string, quantity: number) => void;
}

export function CartRowView({ line, onQuantity }: CartRowProps): ReactElement {
  countRender('cart-row');
  const { sku, name, price, quantity } = line;
  return (
    <li data-line={sku}>
      {`${quantity} × ${name}, ${formatMoney(price * quantity)}`}
      <button type="button" aria-label={`One less: ${name}`} onClick={() => onQuantity(sku, quantity - 1)}>
        −
      </button>
      <button type="button" aria-label={`One more: ${name}`} onClick={() => onQuantity(sku, quantity + 1)}>
        +
      </button>
    </li>
  );
}

interface CartPanelProps {
  readonly lines: readonly CartLine[];
  readonly onQuantity: CartRowProps['onQuantity'];
  readonly Row: ComponentType<CartRowProps>;
}

export function CartPanelView({ lines, onQuantity, Row }: CartPanelProps): ReactElement {
  countRender('cart-panel');
  const rows = lines.map((line) => <Row key={line.sku} line={line} onQuantity={onQuantity} />);
  return section(
    'cart-panel',
    'In your cart',
    <ul>{rows}</ul>,
    <p>{`${countOf(lines)} pieces, ${formatMoney(totalOf(lines))}`}</p>,
  );
}

export function CartSummaryView({ total, discount }: { total: number; discount: number }): ReactElement {
  countRender('cart-summary');
  return section(
    'cart-summary',
    'To pay',
    <p>{`Goods ${formatMoney(total)}`}</p>,
    <p>{`Discount ${formatMoney(discount)}`}</p>,
    <p>{`Sum ${formatMoney(total - discount)}`}</p>,
  );
}

export function DeliveryNoteView({ missing, postcode }: { missing: number; postcode?: string | undefined }): ReactElement {
  countRender('delivery-note');
  const free = missing === 0 ? 'Delivery is free' : `${formatMoney(missing)} more for free delivery`;
  return section('delivery-note', 'Delivery', <p>{postcode ? `${free}, to ${postcode}` : free}</p>);
}

export function LastAddedView({ name }: { name?: string | undefined }): ReactElement {
  countRender('last-added');
  return section('last-added', 'Last added', <p>{name ?? 'Nothing yet'}</p>);
}
