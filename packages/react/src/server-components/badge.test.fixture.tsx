'use client';

import type { ReactElement } from 'react';
import { cart } from '../cart-page.test.fixture.tsx';
import { useEvent, useEventState } from '../index.ts';

export function Badge(): ReactElement {
  useEvent(cart.itemAdded, () => {});
  return <output>{useEventState(cart.changed, { select: (state) => `${state?.count} in the cart` })}</output>;
}
