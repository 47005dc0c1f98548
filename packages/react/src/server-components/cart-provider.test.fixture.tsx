'use client';

import { createBus } from '@busbar/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { cart } from '../cart-page.test.fixture.tsx';
import { BusProvider } from '../index.ts';

/** Makes the bus where components for the client are rendered: a bus cannot travel from a server component. */
export function CartProvider({ count, children }: { count: number; children: ReactNode }): ReactElement {
  const [bus] = useState(() => {
    const made = createBus({ source: 'cart', contracts: [cart] });
    made.emit(cart.changed, { count, total: count * 10 });
    return made;
  });
  return <BusProvider bus={bus}>{children}</BusProvider>;
}
