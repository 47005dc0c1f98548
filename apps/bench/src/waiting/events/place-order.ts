import { defineSaga } from '@busbar/patterns';
import { capture, check, order, recording, refund, reservation, withdrawal } from './contracts.ts';

/** The same four parts as of the calls, in the same order. */
export const placeOrder = defineSaga('placeOrder', {
  startedBy: order.submitted,
  correlate: ({ data }) => data.number,
  steps: [
    {
      name: 'record',
      do: async ({ start, request, emit }) => {
        await request(recording, start.data);
        emit(order.received, start.data);
      },
      undo: ({ start, request }) => request(withdrawal, start.data),
    },
    {
      name: 'takePayment',
      do: ({ start, request }) => request(capture, start.data),
      undo: ({ start, request }) => request(refund, start.data),
    },
    { name: 'checkFraud', do: ({ start, request }) => request(check, start.data) },
    { name: 'reserveStock', do: ({ start, request }) => request(reservation, start.data) },
  ],
});
