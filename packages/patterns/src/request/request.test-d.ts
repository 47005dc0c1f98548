import { type Bus, createBus } from '@busbar/core';
import { type Observable, of } from 'rxjs';
import { describe, expectTypeOf, it } from 'vitest';
import type { Answer } from './all-answers.ts';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { levels, reservation } from './stock.test.fixture.ts';

declare const bus: Bus;

describe('request', () => {
  it('takes the input of the request and resolves with the output of the reply', () => {
    expectTypeOf(request(bus, reservation, { sku: 'A' })).resolves.toEqualTypeOf<{ reservation: string }>();
    // @ts-expect-error: the sku is a text
    request(bus, reservation, { sku: 7 });
    // @ts-expect-error: there is no such option
    request(bus, reservation, { sku: 'A' }, { timout: 5 });
  });

  it('resolves with a list where all are asked', () => {
    const answers = request(bus, reservation, { sku: 'A' }, { repliers: 'all' });
    expectTypeOf(answers).resolves.toEqualTypeOf<readonly Answer<{ reservation: string }>[]>();
    // @ts-expect-error: of streams there is only the first
    request(bus, levels, { sku: 'A' }, { repliers: 'all' });
  });

  it('gives a stream as an Observable, from one replier', () => {
    expectTypeOf(request$(bus, levels, { sku: 'A' })).toEqualTypeOf<Observable<{ level: number }>>();
    // @ts-expect-error: of several repliers it is always the first
    request$(bus, levels, { sku: 'A' }, { repliers: 'all' });
  });
});

describe('reply', () => {
  it('gives the output of the request, and wants the input of the reply', () => {
    reply(bus, reservation, (data, { event, signal, attempt }) => {
      expectTypeOf(data).toEqualTypeOf<{ sku: string; quantity: number }>();
      expectTypeOf(event.data).toEqualTypeOf<{ sku: string; quantity: number }>();
      expectTypeOf({ signal, attempt }).toEqualTypeOf<{ signal: AbortSignal; attempt: number }>();
      return { reservation: 'R-1' };
    });
    reply(bus, reservation, async () => ({ reservation: 'R-1' }));
    // @ts-expect-error: the reservation is a text
    reply(bus, reservation, () => ({ reservation: 7 }));
    // @ts-expect-error: one reply is no stream
    reply(bus, reservation, () => of({ reservation: 'R-1' }));
  });

  it('takes a value, an Observable or an async iterable for a stream, or a promise of one', () => {
    reply(bus, levels, () => ({ level: 1 }));
    reply(bus, levels, async () => of({ level: 1 }));
    reply(bus, levels, async function* () {
      yield { level: 1 };
    });
    // @ts-expect-error: the level is a number
    reply(bus, levels, () => of({ level: 'low' }));
  });
});

describe('a request contract', () => {
  it('is a group of event contracts, which a bus takes, and whose names are known', () => {
    createBus({ source: 'stock', contracts: [reservation, levels] });
    expectTypeOf(reservation.requested.type).toEqualTypeOf<'stock:reservationRequested'>();
    expectTypeOf(levels.ended.type).toEqualTypeOf<'stock:levelsEnded'>();
    // @ts-expect-error: what is no stream has no end
    reservation.ended;
  });
});
