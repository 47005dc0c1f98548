import type { ReactElement } from 'react';
import { BusProvider } from '../index.ts';
import { Badge } from './badge.test.fixture.tsx';
import { CartProvider } from './cart-provider.test.fixture.tsx';

/** A server component: it waits for data, and imports from the package what only components for the client can call. */
export async function Page(): Promise<ReactElement> {
  const count = await Promise.resolve(3);
  const { $$typeof: kind } = BusProvider as { $$typeof?: symbol };
  return (
    <html lang="en">
      <body>
        <h1>{`BusProvider is a ${kind?.description} here`}</h1>
        <CartProvider count={count}>
          <Badge />
        </CartProvider>
      </body>
    </html>
  );
}
