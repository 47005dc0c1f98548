import type { CancelReason } from 'contracts';

/** What customers read of why an order came to nothing. */
export const cancelWords: Readonly<Record<CancelReason, string>> = {
  'out-of-stock': 'We had fewer of these items left than you ordered. You paid nothing.',
  'stock-silent': 'Our warehouse did not answer in time. You paid nothing.',
  'payment-declined': 'Your payment was declined. You paid nothing.',
  'payment-silent': 'Our payment service did not answer in time. You paid nothing.',
  'not-confirmed': 'We could not confirm it. You paid nothing.',
};
