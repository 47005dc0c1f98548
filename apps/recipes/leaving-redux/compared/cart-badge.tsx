import type { Readable } from '@busbar/core';
import { useProjection } from '@busbar/react';
import type { ReactElement } from 'react';
import { type CartLine, countItems } from '../before/cart-line.ts';

/** The first consumer: it reads what is folded from events, and nothing of the store. */
export function CartBadge({ lines }: { readonly lines: Readable<readonly CartLine[]> }): ReactElement {
  const count = useProjection(lines, countItems);
  return (
    <p className="badge" role="status" aria-label="Badge">
      {count === 1 ? '1 item' : `${count} items`}
    </p>
  );
}
