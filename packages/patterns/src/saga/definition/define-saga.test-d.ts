import { defineEvent, type EventOf } from '@busbar/core';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { defineRequest } from '../../request/define-request.ts';
import { defineSaga, type ResultsOf } from './define-saga.ts';
import type { SagaStep } from './saga-step.ts';

const submitted = defineEvent('checkout:orderSubmitted', { version: 1, schema: z.object({ number: z.string() }) });
const repeated = defineEvent('checkout:orderRepeated', { version: 1, schema: z.object({ number: z.string(), of: z.string() }) });
const stock = defineRequest('stock:reservation', {
  version: 1,
  request: z.object({ sku: z.string() }),
  reply: z.object({ reservation: z.string() }),
});

describe('the steps of a saga', () => {
  const saga = defineSaga('placeOrder', {
    startedBy: submitted,
    correlate: ({ data }) => data.number,
    steps: [
      {
        name: 'reserve',
        do: ({ start, request }) => {
          expectTypeOf(start).toEqualTypeOf<EventOf<typeof submitted>>();
          return request(stock, { sku: start.data.number });
        },
        undo: ({ result, outcome }) => {
          expectTypeOf(result).toEqualTypeOf<{ reservation: string } | undefined>();
          expectTypeOf(outcome).toEqualTypeOf<'done' | 'unknown'>();
        },
      },
      { name: 'pay', do: async ({ results }) => ({ paid: results.reserve.reservation.length }) },
      {
        name: 'notify',
        do: ({ results }) => {
          expectTypeOf(results.reserve.reservation).toEqualTypeOf<string>();
          expectTypeOf(results.pay.paid).toEqualTypeOf<number>();
          // @ts-expect-error no step of that name comes before
          results.notify;
        },
      },
    ],
  });

  it('leave their results in the type of the saga', () => {
    expectTypeOf<ResultsOf<typeof saga>['reserve']>().toEqualTypeOf<{ reservation: string }>();
    expectTypeOf<ResultsOf<typeof saga>['pay']>().toEqualTypeOf<{ paid: number }>();
    expectTypeOf<keyof ResultsOf<typeof saga>>().toEqualTypeOf<'reserve' | 'pay' | 'notify'>();
  });

  it('know what each contract that starts the saga brings', () => {
    defineSaga('placeOrder', {
      startedBy: [submitted, repeated],
      correlate: (event) => {
        expectTypeOf(event).toEqualTypeOf<EventOf<typeof submitted> | EventOf<typeof repeated>>();
        return event.data.number;
      },
      steps: [{ name: 'pay', do: ({ start }) => (start.type === 'checkout:orderRepeated' ? start.data.of : '') }],
    });
  });

  it('may be a list that was made elsewhere, with results that nobody knows', () => {
    const steps: SagaStep<EventOf<typeof submitted>>[] = [{ name: 'pay', do: ({ results }) => results['reserve'] }];
    const listed = defineSaga('placeOrder', { startedBy: submitted, correlate: ({ data }) => data.number, steps });
    expectTypeOf<ResultsOf<typeof listed>>().toEqualTypeOf<Readonly<Record<string, unknown>>>();
  });

  it('do not ask with what the request does not take', () => {
    defineSaga('placeOrder', {
      startedBy: submitted,
      correlate: ({ data }) => data.number,
      // @ts-expect-error a number is no sku
      steps: [{ name: 'reserve', do: ({ request }) => request(stock, { sku: 17 }) }],
    });
  });
});
