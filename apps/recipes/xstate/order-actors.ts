import { type Bus, isBusError } from '@busbar/core';
import { type AnyRequestContract, request } from '@busbar/patterns';
import { fromPromise, type PromiseActorLogic } from 'xstate';
import { orders, payment, stock } from './events.ts';
import { type Order, OutcomeUnknown } from './order-machine.ts';

/** What the order machine invokes: each asks a service over the bus. */
export function orderActors(bus: Bus): Record<OrderActor, PromiseActorLogic<void, Order>> {
  return {
    reserveStock: asking(bus, stock.reservation),
    releaseStock: asking(bus, stock.release),
    takePayment: asking(bus, payment.capture),
    refundPayment: asking(bus, payment.refund),
    confirmOrder: asking(bus, orders.confirmation),
  };
}

type OrderActor = 'reserveStock' | 'releaseStock' | 'takePayment' | 'refundPayment' | 'confirmOrder';

function asking(bus: Bus, contract: AnyRequestContract): PromiseActorLogic<void, Order> {
  return fromPromise(async ({ input, signal }) => {
    try {
      // A machine that goes on after a reload asks again: the key tells the service that it is the same question.
      const idempotencykey = `${input.number}:${contract.requested.type}`;
      await request(bus, contract, input, { signal, timeout: 2_000, whenNobody: 'wait', idempotencykey });
    } catch (error) {
      throw understood(error);
    }
  });
}

/** What the machine decides by: whether it is known what the service has done. */
function understood(error: unknown): unknown {
  if (isBusError(error, 'timed-out')) return new OutcomeUnknown('A service did not answer in time.');
  if (!isBusError(error, 'request-failed')) return error;
  const { code, message } = error.details.failure;
  return code === 'replier-gone' ? new OutcomeUnknown(message) : new Error(message);
}
