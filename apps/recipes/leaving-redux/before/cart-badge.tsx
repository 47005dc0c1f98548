import type { ReactElement } from 'react';
import { selectCount } from './cart-slice.ts';
import { useAppSelector } from './hooks.ts';

/** The number in the head of the page. Its team owns nothing else. */
export function CartBadge(): ReactElement {
  const count = useAppSelector(selectCount);
  return (
    <p className="badge" role="status" aria-label="Badge">
      {count === 1 ? '1 item' : `${count} items`}
    </p>
  );
}
