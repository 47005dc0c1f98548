import { defineSaga } from '@busbar/patterns';
import { checkout, orders, payment, stock } from 'contracts';
import { cancelReason, refusalOf } from './cancel-reason.ts';

/** Milliseconds that a service may take for one answer, which takes it less than one second when all is well. */
const timeout = 2_500;

/** A service that said no would say it again; one that said nothing may have been interrupted. */
const retry = { attempts: 1, delay: 200, when: (error: unknown) => !refusalOf(error) };

/**
 * Places an order: reserves its goods, takes the payment, confirms it and has the customer told; undoes all of it where one of
 * these fails. Each service does its part of an order once, however often it is asked.
 *
 * `issuesTwice` answers whether the last step is to fail once after it has issued the confirmation, so that it issues it again.
 */
export const definePlaceOrder = (issuesTwice: () => boolean) =>
  defineSaga('placeOrder', {
    version: 1,
    summary: 'Places an order, or cancels it',
    startedBy: checkout.orderSubmitted,
    correlate: ({ data }) => data.number,
    steps: [
      {
        // Nothing is to be done before the goods are reserved; but whatever fails from here on cancels the order.
        name: 'openOrder',
        do: () => {},
        undo: ({ start, failure, emit }) =>
          void emit(checkout.orderCancelled, { number: start.data.number, reason: cancelReason(failure) }),
      },
      {
        name: 'reserveStock',
        do: ({ start: { data }, request }) =>
          request(stock.reservation, {
            number: data.number,
            lines: data.lines.map(({ sku, quantity }) => ({ sku, quantity })),
          }),
        undo: ({ start, request }) => request(stock.release, { number: start.data.number }),
        timeout,
        retry,
      },
      {
        name: 'takePayment',
        do: ({ start: { data }, request }) => request(payment.capture, { number: data.number, amount: data.total }),
        undo: ({ start, request }) => request(payment.refund, { number: start.data.number }),
        timeout,
        retry,
      },
      {
        name: 'confirmOrder',
        async do({ start: { data }, request, emit }) {
          const confirmation = await request(orders.confirmation, { number: data.number, total: data.total });
          emit(checkout.orderPlaced, data);
          return confirmation;
        },
        undo: ({ start, request }) => request(orders.withdrawal, { number: start.data.number }),
        timeout,
        retry,
      },
      {
        name: 'notifyCustomer',
        do({ start: { data }, attempt, emit }) {
          emit(checkout.confirmationIssued, { number: data.number, total: data.total });
          if (attempt === 1 && issuesTwice()) throw new Error('Nobody said that the confirmation had gone out');
        },
        retry: 1,
      },
    ],
  });
