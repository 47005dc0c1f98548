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
    // A machine that goes on after a reload asks again: the key tells the service that it is the same question.
    const idempotencykey = `${input.number}:${contract.requested.type}`;
    const options = { signal, timeout: 2_000, whenNobody: 'wait', idempotencykey } as const;
    const { refused }: { refused?: string } = await request(bus, contract, input, options).catch((error) => {
      throw isUnknown(error) ? new OutcomeUnknown('A service did not answer in time.') : error;
    });
    if (refused !== undefined) throw new Error(refused);
  });
}

/** Whether a service may have done what it was asked for, though it did not say so. */
function isUnknown(error: unknown): boolean {
  if (isBusError(error, 'timed-out')) return true;
  return isBusError(error, 'request-failed') && error.details.failure.code === 'replier-gone';
}
