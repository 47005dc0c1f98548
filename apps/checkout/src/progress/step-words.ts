import type { StepStatus } from '@busbar/patterns';

/** What customers read of a step, by how far it has come. */
export type StepWords = Readonly<Record<StepStatus, string>>;

/** The steps that customers see, in their order, by the names that the saga has for them. */
export const stepWords: Readonly<Record<string, StepWords>> = {
  reserveStock: {
    waiting: 'Reserve your items',
    running: 'Reserving your items',
    done: 'Your items are reserved',
    failed: 'Your items could not be reserved',
    undoing: 'Releasing your items',
    undone: 'Nothing is reserved any more',
    'undo-failed': 'Your items are still reserved',
  },
  takePayment: {
    waiting: 'Take your payment',
    running: 'Taking your payment',
    done: 'Your payment has gone through',
    failed: 'Your payment did not go through',
    undoing: 'Giving your money back',
    undone: 'You are charged nothing',
    'undo-failed': 'Your money is not back yet',
  },
  confirmOrder: {
    waiting: 'Confirm your order',
    running: 'Confirming your order',
    done: 'Your order is confirmed',
    failed: 'Your order could not be confirmed',
    undoing: 'Withdrawing your order',
    undone: 'Your order is withdrawn',
    'undo-failed': 'Your order is not withdrawn yet',
  },
  notifyCustomer: {
    waiting: 'Send you the confirmation',
    running: 'Sending you the confirmation',
    done: 'The confirmation is on its way',
    failed: 'The confirmation could not be sent',
    undoing: 'Calling the confirmation back',
    undone: 'The confirmation is called back',
    'undo-failed': 'The confirmation is not called back',
  },
};
