import { assign, type EventObject, fromPromise, setup } from 'xstate';

export interface Order {
  readonly number: string;
  /** In euro cents. */
  readonly total: number;
}

interface OrderContext {
  readonly order: Order;
  /** Every state that was entered, in order, in words. */
  readonly course: readonly string[];
  /** How often the undo that is running has failed. */
  readonly failedUndos: number;
  readonly reason?: string;
}

/** A service was asked and its answer is not known: it may have done what it was asked for. */
export class OutcomeUnknown extends Error {}

/** What an actor rejected with: `onError` is given it as a field of its event. */
function errorOf(event: EventObject & { readonly error?: unknown }): unknown {
  return event.error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const notProvided = fromPromise<void, Order>(() => Promise.reject(new Error('provide the actors of the order machine')));

export const orderMachine = setup({
  types: { context: {} as OrderContext, input: {} as Order },
  actors: {
    reserveStock: notProvided,
    releaseStock: notProvided,
    takePayment: notProvided,
    refundPayment: notProvided,
    confirmOrder: notProvided,
  },
  actions: {
    enter: assign({ course: ({ context }, words: string) => [...context.course, words] }),
    giveReason: assign({ reason: ({ event }) => messageOf(errorOf(event)) }),
    countFailedUndo: assign({ failedUndos: ({ context }) => context.failedUndos + 1 }),
    forgetFailedUndos: assign({ failedUndos: 0 }),
    tellOrderPlaced: () => {},
  },
  guards: {
    outcomeIsUnknown: ({ event }) => errorOf(event) instanceof OutcomeUnknown,
    mayUndoAgain: ({ context }) => context.failedUndos < 2,
  },
}).createMachine({
  id: 'order',
  context: ({ input }) => ({ order: input, course: [], failedUndos: 0 }),
  initial: 'reservingStock',
  states: {
    reservingStock: {
      entry: { type: 'enter', params: 'Reserving stock' },
      invoke: {
        src: 'reserveStock',
        input: ({ context }) => context.order,
        onDone: 'takingPayment',
        onError: [
          {
            guard: 'outcomeIsUnknown',
            target: 'releasingStock',
            actions: 'giveReason',
          },
          { target: 'cancelled', actions: 'giveReason' },
        ],
      },
    },
    takingPayment: {
      entry: { type: 'enter', params: 'Taking payment' },
      invoke: {
        src: 'takePayment',
        input: ({ context }) => context.order,
        onDone: 'confirming',
        onError: [
          {
            guard: 'outcomeIsUnknown',
            target: 'refundingPayment',
            actions: 'giveReason',
          },
          { target: 'releasingStock', actions: 'giveReason' },
        ],
      },
    },
    confirming: {
      entry: { type: 'enter', params: 'Confirming the order' },
      invoke: {
        src: 'confirmOrder',
        input: ({ context }) => context.order,
        onDone: 'placed',
        onError: [
          { guard: 'outcomeIsUnknown', target: 'stuck' },
          { target: 'refundingPayment', actions: 'giveReason' },
        ],
      },
    },
    refundingPayment: {
      entry: { type: 'enter', params: 'Refunding the payment' },
      invoke: {
        src: 'refundPayment',
        input: ({ context }) => context.order,
        onDone: { target: 'releasingStock', actions: 'forgetFailedUndos' },
        onError: [
          { guard: 'mayUndoAgain', target: 'refundingPayment', reenter: true, actions: 'countFailedUndo' },
          { target: 'stuck' },
        ],
      },
    },
    releasingStock: {
      entry: { type: 'enter', params: 'Releasing the stock' },
      invoke: {
        src: 'releaseStock',
        input: ({ context }) => context.order,
        onDone: 'cancelled',
        onError: [
          { guard: 'mayUndoAgain', target: 'releasingStock', reenter: true, actions: 'countFailedUndo' },
          { target: 'stuck' },
        ],
      },
    },
    placed: { type: 'final', entry: [{ type: 'enter', params: 'Placed' }, 'tellOrderPlaced'] },
    cancelled: { type: 'final', entry: { type: 'enter', params: 'Cancelled' } },
    stuck: { type: 'final', entry: { type: 'enter', params: 'Stuck: a person has to look at it' } },
  },
});
