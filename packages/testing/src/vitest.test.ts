import { describe, expect, it } from 'vitest';
import { createTestBus } from './create-test-bus.ts';
import { cart } from './shop-events.test.fixture.ts';
import './vitest.ts';

/** What the failure says, without the colours of the runner. */
function messageOf(assert: () => void): string {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  return 'It passes.';
}

describe('toHaveEmitted', () => {
  it('passes for an event of a contract or a name', () => {
    using bus = createTestBus();
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
    expect(bus).toHaveEmitted(cart.itemAdded);
    expect(bus).toHaveEmitted('cart:itemAdded');
    expect(bus).not.toHaveEmitted(cart.changed);
  });

  it('compares a part of the payload, matchers included', () => {
    using bus = createTestBus();
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
    expect(bus).toHaveEmitted(cart.itemAdded, { quantity: 2 });
    expect(bus).toHaveEmitted(cart.itemAdded, { sku: expect.stringContaining('A-'), quantity: expect.any(Number) });
    expect(bus).not.toHaveEmitted(cart.itemAdded, { quantity: 3 });
    expect(bus).not.toHaveEmitted(cart.itemAdded, { sku: expect.stringContaining('B-') });
  });

  it('tells what was emitted instead, and by whom', () => {
    using bus = createTestBus();
    bus.scope({ source: 'checkout' }).emit(cart.changed, { total: 3 });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
    expect(messageOf(() => expect(bus).toHaveEmitted(cart.itemAdded, { quantity: 3 }))).toBe(
      [
        'Expected "cart:itemAdded" with {"quantity":3} to be emitted.',
        'Emitted:',
        '  cart:changed by "checkout": {"total":3}',
        '  cart:itemAdded by "test": {"sku":"A-1","quantity":2}',
      ].join('\n'),
    );
  });

  it('tells what was emitted of a bus that was disposed, too', () => {
    const bus = createTestBus();
    bus.emit(cart.changed, { total: 3 });
    bus.dispose();
    expect(messageOf(() => expect(bus).toHaveEmitted(cart.itemAdded))).toContain('cart:changed by "test": {"total":3}');
    using next = createTestBus({ hub: bus.hub });
    expect(messageOf(() => expect(next).toHaveEmitted(cart.changed))).toContain('Nothing was emitted.');
  });

  it('tells under `not` which events there are', () => {
    using bus = createTestBus();
    bus.emit(cart.changed, { total: 3 });
    expect(messageOf(() => expect(bus).not.toHaveEmitted(cart.changed))).toBe(
      'Expected no "cart:changed" to be emitted.\nEmitted:\n  cart:changed by "test": {"total":3}',
    );
  });

  it('refuses what is no test bus', () => {
    using bus = createTestBus();
    expect(messageOf(() => expect(bus.scope()).toHaveEmitted(cart.changed))).toContain('createTestBus');
  });
});

describe('toHaveDeadLetter', () => {
  it('passes for any dead letter, for one of a reason, and for one that has a part', () => {
    using bus = createTestBus();
    expect(bus).not.toHaveDeadLetter();
    expect(() => bus.emit(cart.changed, { total: 'three' } as never)).toThrow();
    expect(bus).toHaveDeadLetter();
    expect(bus).toHaveDeadLetter('invalid');
    expect(bus).toHaveDeadLetter({ event: { type: 'cart:changed', data: { total: expect.any(String) } } });
    expect(bus).not.toHaveDeadLetter('expired');
    expect(bus).not.toHaveDeadLetter({ event: { type: 'cart:itemAdded' } });
  });

  it('tells which letters there are', () => {
    using bus = createTestBus();
    expect(messageOf(() => expect(bus).toHaveDeadLetter('expired'))).toBe(
      'Expected the bus to have a dead letter with {"reason":"expired"}.\nIt has none.',
    );
    expect(() => bus.emit(cart.changed, { total: 'three' } as never)).toThrow();
    expect(messageOf(() => expect(bus).toHaveDeadLetter('expired'))).toContain(
      'Dead letter (invalid): cart:changed by "test": {"total":"three"}. ',
    );
  });
});
