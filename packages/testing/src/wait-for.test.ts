import { describe, expect, it } from 'vitest';
import { createTestBus } from './create-test-bus.ts';
import { cart } from './shop-events.test.fixture.ts';

describe('waitFor', () => {
  it('gives an event that is there already, the first that fits', async () => {
    using bus = createTestBus();
    const event = bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    const second = bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
    expect(await bus.waitFor(cart.itemAdded)).toBe(event);
    expect(await bus.waitFor('cart:itemAdded')).toBe(event);
    expect(await bus.waitFor(cart.itemAdded, ({ data }) => data.quantity > 1)).toBe(second);
  });

  it('gives an event that comes, once handlers have been given it', async () => {
    using bus = createTestBus();
    const heard: number[] = [];
    bus.on(cart.itemAdded, ({ data }) => heard.push(data.quantity));
    const waiting = bus.waitFor(cart.itemAdded, { where: ({ data }) => data.quantity === 2 });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
    expect((await waiting).data).toEqual({ sku: 'A-1', quantity: 2 });
    expect(heard).toEqual([1, 2]);
  });

  it('rejects when the time is over, and tells what came instead', async () => {
    using bus = createTestBus();
    bus.emit(cart.changed, { total: 3 });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    await expect(bus.waitFor(cart.itemAdded, { where: ({ data }) => data.quantity > 1, timeout: 5 })).rejects.toThrow(
      [
        'No "cart:itemAdded" that `where` takes was emitted within 5 ms; 1 others were.',
        'Emitted:',
        '  cart:changed by "test": {"total":3}',
        '  cart:itemAdded by "test": {"sku":"A-1","quantity":1}',
      ].join('\n'),
    );
    using silent = createTestBus();
    await expect(silent.waitFor(cart.changed, { timeout: 5 })).rejects.toThrow(
      'No "cart:changed" was emitted within 5 ms.\nNothing was emitted.',
    );
  });

  it('tells the newest ten, cut where they are long', async () => {
    using bus = createTestBus();
    for (let total = 1; total <= 12; total++) bus.emit(cart.changed, { total });
    bus.emit(cart.itemAdded, { sku: 'A'.repeat(300), quantity: 1 });
    const told: string[] = [];
    await bus.waitFor('cart:emptied', { timeout: 1 }).catch((error: Error) => told.push(...error.message.split('\n')));
    expect(told).toHaveLength(13);
    expect(told.slice(2, 4)).toEqual(['  … 3 before', '  cart:changed by "test": {"total":4}']);
    expect(told.at(-1)).toMatch(/^ {2}cart:itemAdded by "test": \{"sku":"A{192}…$/);
  });

  it('times out in virtual time, which it does not let pass', async () => {
    using bus = createTestBus({ time: 'virtual' });
    const waiting = bus.waitFor(cart.changed, { timeout: 30_000 }).catch((error: Error) => error.message);
    await bus.advance(29_999);
    expect(await Promise.race([waiting, 'still waiting'])).toBe('still waiting');
    await bus.advance(1);
    expect(await waiting).toContain('within 30000 ms');
  });

  it('waits without end where it is told to, and for nothing but milliseconds', async () => {
    using bus = createTestBus();
    const endless = bus.waitFor(cart.changed, { timeout: Infinity });
    await new Promise((resolve) => setTimeout(resolve, 5));
    bus.emit(cart.changed, { total: 3 });
    expect((await endless).data.total).toBe(3);
    for (const timeout of [Number.NaN, -1, '5s' as never])
      await expect(bus.waitFor(cart.itemAdded, { timeout })).rejects.toThrow(
        `waitFor takes milliseconds from 0 on, not ${timeout}.`,
      );
  });

  it('rejects when the bus is disposed of, and with what `where` throws', async () => {
    const bus = createTestBus();
    const ended = bus.waitFor(cart.changed);
    const failed = bus.waitFor(cart.itemAdded, () => {
      throw new Error('No idea.');
    });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    bus.dispose();
    await expect(ended).rejects.toThrow('The bus was disposed while somebody waited for "cart:changed".');
    await expect(failed).rejects.toThrow('No idea.');
  });
});
