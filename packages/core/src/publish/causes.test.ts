import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type BusEvent, createBus, createHub, defineEvents } from '../index.ts';

const shop = defineEvents('shop', {
  asked: { version: 1, schema: z.string() },
  answered: { version: 1, schema: z.string() },
  noted: { version: 1, schema: z.string() },
});
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function join() {
  return createBus({ source: 'shop', hub: createHub() });
}

/** A bus whose handler of `asked` does as it is told, and what it heard afterwards. */
function answering(handle: (bus: ReturnType<typeof join>, event: BusEvent<string>) => unknown) {
  const bus = join();
  const answers: BusEvent[] = [];
  bus.on(shop.asked, (event) => handle(bus, event));
  bus.on([shop.answered, shop.noted], (event) => answers.push(event));
  return { bus, answers };
}

describe('the cause that emit is given', () => {
  it('is named, counted and begins the correlation', () => {
    const bus = join();
    const cause = bus.emit(shop.asked, 'how much?');
    const answer = bus.emit(shop.answered, '7', { cause });
    expect(cause).not.toHaveProperty('causationid');
    expect(cause).not.toHaveProperty('correlationid');
    expect(answer).toMatchObject({ causationid: cause.id, correlationid: cause.id, hops: 1 });
  });

  it('hands its correlation and its trace down the chain', () => {
    const bus = join();
    const first = bus.emit(shop.asked, 'how much?', { correlationid: 'visit-9', traceparent, tracestate: 'shop=1' });
    const second = bus.emit(shop.answered, '7', { cause: first });
    const third = bus.emit(shop.noted, '7', { cause: second });
    expect(third).toMatchObject({
      causationid: second.id,
      correlationid: 'visit-9',
      hops: 2,
      traceparent,
      tracestate: 'shop=1',
    });
  });

  it('does not overrule what the emitter says itself', () => {
    const bus = join();
    const cause = bus.emit(shop.asked, 'how much?', { correlationid: 'visit-9', traceparent });
    const own = { correlationid: 'visit-10', traceparent: traceparent.replace('0af', '0bf') };
    expect(bus.emit(shop.answered, '7', { cause, ...own })).toMatchObject({ causationid: cause.id, ...own });
  });

  it('may come from another bus of the page', () => {
    const hub = createHub();
    const cause = createBus({ source: 'cart', hub }).emit(shop.asked, 'how much?');
    const answer = createBus({ source: 'checkout', hub }).emit(shop.answered, '7', { cause });
    expect(answer).toMatchObject({ source: 'checkout', causationid: cause.id, hops: 1 });
  });
});

describe('the cause of what a handler emits', () => {
  it('is the event that it handles', async () => {
    const { bus, answers } = answering((bus) => bus.emit(shop.answered, '7'));
    const asked = bus.emit(shop.asked, 'how much?', { correlationid: 'visit-9', traceparent });
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ causationid: asked.id, correlationid: 'visit-9', hops: 1, traceparent });
  });

  it('is none with `cause: false`', async () => {
    const { bus, answers } = answering((bus) => bus.emit(shop.answered, '7', { cause: false }));
    bus.emit(shop.asked, 'how much?');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ hops: 0 });
    expect(answers[0]).not.toHaveProperty('causationid');
    expect(answers[0]).not.toHaveProperty('correlationid');
  });

  it('is another event if the handler names one', async () => {
    const elsewhere = join().emit(shop.noted, 'before');
    const { bus, answers } = answering((bus) => bus.emit(shop.answered, '7', { cause: elsewhere }));
    bus.emit(shop.asked, 'how much?');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]?.causationid).toBe(elsewhere.id);
  });

  it('is unknown after an await, where the handler has to name it', async () => {
    const { bus, answers } = answering(async (bus, event) => {
      await Promise.resolve();
      bus.emit(shop.noted, 'without');
      bus.emit(shop.answered, 'with', { cause: event });
    });
    const asked = bus.emit(shop.asked, 'how much?');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    expect(answers[0]).not.toHaveProperty('causationid');
    expect(answers[1]).toMatchObject({ causationid: asked.id, hops: 1 });
  });

  it('is not left behind by a handler that throws', async () => {
    const bus = createBus({ source: 'shop', hub: createHub(), onError: () => {} });
    bus.on(shop.asked, () => {
      throw new Error('no answer');
    });
    bus.emit(shop.asked, 'how much?');
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    expect(bus.emit(shop.noted, 'later')).not.toHaveProperty('causationid');
  });

  it('is the outer event again once an inner synchronous handler is done', () => {
    const bus = join();
    const emitted: BusEvent[] = [];
    bus.on(shop.answered, () => {}, { delivery: 'sync' });
    bus.on(
      shop.asked,
      () => {
        emitted.push(bus.emit(shop.answered, '7'), bus.emit(shop.noted, '7'));
      },
      { delivery: 'sync' },
    );
    const asked = bus.emit(shop.asked, 'how much?');
    expect(emitted.map(({ causationid }) => causationid)).toEqual([asked.id, asked.id]);
  });

  it('is what the handler of another bus on the page handles, too', async () => {
    const hub = createHub();
    const [cart, checkout] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const answers: BusEvent[] = [];
    cart.on(shop.asked, () => checkout.emit(shop.answered, '7'));
    cart.on(shop.answered, (event) => answers.push(event));
    const asked = cart.emit(shop.asked, 'how much?');
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    expect(answers[0]).toMatchObject({ source: 'checkout', causationid: asked.id });
  });
});
