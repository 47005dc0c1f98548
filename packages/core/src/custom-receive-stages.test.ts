import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { fail, join, letters, noted, receiving } from './custom-stages.test.fixture.ts';
import { createBus, createHub, defineEvent, drop, reject } from './index.ts';

describe('a stage on the receiving side', () => {
  it('is told who listens to what', () => {
    const told: unknown[] = [];
    const { bus } = join(receiving((reception) => void told.push({ ...reception })));
    const event = bus.emit(noted, { text: 'hello' });
    expect(told).toMatchObject([{ subscriber: 'cart', target: 'cart:noted', event }]);
  });

  it('may replace the event by another frozen one, for its own subscription', () => {
    const shout = receiving((reception) => {
      const { text } = reception.event.data as { text: string };
      reception.event = Object.freeze({ ...reception.event, data: Object.freeze({ text: text.toUpperCase() }) });
    });
    const { bus, heard } = join(shout);
    bus.emit(noted, { text: 'hello' });
    expect(heard).toEqual(['HELLO']);
  });

  it('ends the event for its subscription only', () => {
    const hub = createHub();
    const heard: string[] = [];
    const strict = createBus({ source: 'strict', hub, stages: [receiving(() => drop('not for us'))] });
    strict.on(noted, () => heard.push('strict'), { delivery: 'sync' });
    createBus({ source: 'open', hub }).on(noted, () => heard.push('open'), { delivery: 'sync' });
    createBus({ source: 'cart', hub }).emit(noted, { text: 'hello' });
    expect(heard).toEqual(['open']);
    expect(strict.deadLetters.list()).toMatchObject([
      { reason: 'dropped', error: 'not for us', subscriber: { source: 'strict', target: 'cart:noted' } },
    ]);
  });

  it('makes a dead letter of what it rejects; the emitter hears nothing of it', () => {
    const refusal = new Error('not today');
    const { bus, heard } = join(receiving(() => reject(refusal)));
    expect(() => bus.emit(noted, { text: 'hello' })).not.toThrow();
    expect(letters(bus)).toEqual([{ reason: 'rejected', error: refusal, target: 'cart:noted' }]);
    expect(heard).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['throws', fail],
    ['answers with a promise', async () => undefined],
    ['answers with a promise that fails', async () => fail()],
    ['answers with something else', () => 1],
  ])('fails the event and tells onError if it %s', (_what, run) => {
    const { bus, heard, errors } = join(receiving(run));
    bus.emit(noted, { text: 'hello' });
    const failed = expect.objectContaining({
      code: 'stage-failed',
      details: { stage: 'own', type: 'cart:noted', source: 'cart' },
    });
    expect(letters(bus)).toEqual([{ reason: 'rejected', error: failed, target: 'cart:noted' }]);
    expect(errors).toEqual([failed]);
    expect(heard).toEqual([]);
  });

  it('may call back into the bus: what it emits comes after the event that it looks at', () => {
    const looked = defineEvent('cart:looked', { version: 1, schema: z.string() });
    const order: string[] = [];
    const look = receiving((reception) => void (reception.target === 'cart:noted' && bus.emit(looked, 'inside')));
    const { bus } = join(look);
    bus.on('**', ({ type }) => order.push(type), { delivery: 'sync' });
    bus.emit(noted, { text: 'hello' });
    expect(order).toEqual(['cart:noted', 'cart:looked']);
  });

  it('may end its own subscription', async () => {
    const hub = createHub();
    const heard: unknown[] = [];
    const bus = createBus({ source: 'cart', hub, stages: [receiving(() => stop())] });
    const stop = bus.on(noted, () => heard.push('stopped'));
    const other = createBus({ source: 'other', hub });
    other.on(noted, () => heard.push('other'));
    other.emit(noted, { text: 'hello' });
    await vi.waitFor(() => expect(heard).toEqual(['other']));
  });
});
