import type { CancelReason } from 'contracts';

/** What customers read of why their order came to nothing. */
export const cancelWords: Readonly<Record<CancelReason, string>> = {
  'out-of-stock': 'We have fewer of your items left than you ordered.',
  'stock-silent': 'Our warehouse did not answer in time.',
  'payment-declined': 'Your payment was declined.',
  'payment-silent': 'Our payment service did not answer in time.',
  'not-confirmed': 'We could not confirm it.',
};
