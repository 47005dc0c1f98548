import type { Bus } from '@busbar/core';
import { BusProvider } from '@busbar/react';
import { type ReactElement, StrictMode } from 'react';
import { CartPanel } from './cart-panel.tsx';

/** The cart on the bus that it is given. */
export function CartRoot({ bus }: { bus: Bus }): ReactElement {
  return (
    <StrictMode>
      <BusProvider bus={bus}>
        <CartPanel />
      </BusProvider>
    </StrictMode>
  );
}
