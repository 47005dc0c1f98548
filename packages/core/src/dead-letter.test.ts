import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BusError, createBus, createHub, deadLetter, defineEvent } from './index.ts';

const changed = defineEvent('cart:changed', { version: 1, schema: z.number() });

/** A bus that tells nobody of errors, and an event of it. */
function page() {
  const errors: BusError[] = [];
  const bus = createBus({ source: 'cart', hub: createHub(), onError: (error) => errors.push(error) });
  return { bus, errors, event: bus.emit(changed, 7) };
}

describe('deadLetter', () => {
  it('keeps the event with what code outside of handlers threw, and reports it', () => {
    const { bus, errors, event } = page();
    const cause = new Error('cannot fold');
    deadLetter(bus, event, cause);
    expect(bus.deadLetters.list()).toMatchObject([
      { reason: 'failed', event, attempts: 1, error: { code: 'handler-failed', cause } },
    ]);
    expect(errors).toMatchObject([{ code: 'handler-failed', details: { type: 'cart:changed', id: event.id, source: 'cart' } }]);
  });

  it('keeps a BusError as it is', () => {
    const { bus, event } = page();
    const error = new BusError('timed-out', { type: 'cart:changed', source: 'cart', after: 5 });
    deadLetter(bus, event, error);
    const [letter] = bus.deadLetters.list();
    expect([letter?.error, letter?.reason]).toEqual([error, 'failed']);
  });

  it('is redriven to the subscriber that it names', async () => {
    const { bus, event } = page();
    const heard: unknown[] = [];
    bus.on(changed, ({ data, redriveof }) => heard.push([data, redriveof]));
    const [subscriber] = bus.hub.subscriptions;
    deadLetter(bus, event, new Error('cannot fold'), subscriber);
    const [letter] = bus.deadLetters.list();
    expect(letter?.subscriber).toEqual({ id: subscriber?.id, source: 'cart', target: 'cart:changed' });
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    await Promise.resolve();
    expect(heard).toEqual([[7, letter?.id]]);
  });

  it('is published again where it names no subscriber', () => {
    const { bus, event } = page();
    const heard: number[] = [];
    bus.on(changed, ({ data }) => heard.push(data), { delivery: 'sync' });
    deadLetter(bus, event, new Error('cannot fold'));
    bus.deadLetters.redrive(() => true);
    expect(heard).toEqual([7]);
  });

  it('works when the bus is disposed', () => {
    const { bus, event } = page();
    bus.dispose();
    deadLetter(bus, event, new Error('too late'));
    expect(bus.hub.letters.size).toBe(1);
  });
});

describe('a code of another package', () => {
  it('brings its sentence along', () => {
    const error = new BusError('no-replier' as never, { message: 'Nobody replies.' } as never);
    expect(error).toMatchObject({ code: 'no-replier', message: 'Nobody replies.' });
  });
});
