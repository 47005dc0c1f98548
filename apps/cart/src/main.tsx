import type { Bus } from '@busbar/core';
import { withBus } from '@busbar/single-spa';
import * as React from 'react';
import * as ReactDOMClient from 'react-dom/client';
import singleSpaReact from 'single-spa-react';
import { CartFailure } from './cart-failure.tsx';
import { CartRoot } from './cart-root.tsx';

const lifecycles = withBus(
  singleSpaReact<{ bus: Bus }>({ React, ReactDOMClient, rootComponent: CartRoot, errorBoundary: () => <CartFailure /> }),
  { publish: ['cart:*'], subscribe: ['cart:*', 'checkout:orderPlaced', 'shell:offersChanged'] },
);

export const { bootstrap, init, mount, unmount } = lifecycles;
