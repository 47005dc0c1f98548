import type { CancelReason } from 'contracts';

/** What customers read of why an order came to nothing. */
export const cancelWords: Readonly<Record<CancelReason, string>> = {
  'out-of-stock': 'We had fewer of these items left than you ordered. You pay nothing.',
  'stock-silent': 'Our warehouse did not answer in time. You pay nothing.',
  'payment-declined': 'Your payment was declined. You pay nothing.',
  'payment-silent': 'Our payment service did not answer in time. You pay nothing.',
  'not-confirmed': 'We could not confirm it. You pay nothing.',
};
