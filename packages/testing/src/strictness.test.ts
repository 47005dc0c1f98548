import { defineEvent } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { verifyStrictBuses } from './check-after-each.ts';
import { createTestBus } from './create-test-bus.ts';
import { cart } from './shop-events.test.fixture.ts';

const counted = defineEvent('test:counted', { version: 1, schema: z.number() });

/** A strict bus with one handler that fails. */
async function failingBus() {
  const bus = createTestBus({ strict: true });
  bus.scope({ source: 'checkout' }).on(counted, () => {
    throw new Error('No room.');
  });
  bus.emit(counted, 1);
  await bus.flush();
  return bus;
}

describe('a strict test bus', () => {
  it('complains of a dead letter that nobody expected, once', async () => {
    using bus = await failingBus();
    expect(() => bus.verify()).toThrow(/Dead letter \(failed\): test:counted by "test", which "checkout" missed: 1\./);
    expect(() => bus.verify()).not.toThrow();
  });

  it('complains after each test, of buses that were disposed as well', async () => {
    (await failingBus()).dispose();
    expect(verifyStrictBuses).toThrow('Dead letter (failed)');
    expect(verifyStrictBuses).not.toThrow();
  });

  it('does not report errors to the page, but counts those that have no dead letter', async () => {
    using bus = createTestBus({ strict: true });
    const stop = bus.on(counted, () => {
      stop();
      throw new Error('Too late.');
    });
    bus.emit(counted, 1);
    await bus.flush();
    expect(() => bus.verify()).toThrow(/^Strict test bus:\n- Reported: .+ Cause: Too late\.$/);
  });

  it('counts errors also where `onError` is there and undefined', async () => {
    using bus = createTestBus({ strict: true, onError: undefined as never });
    const stop = bus.on(counted, () => {
      stop();
      throw new Error('Too late.');
    });
    bus.emit(counted, 1);
    await bus.flush();
    expect(() => bus.verify()).toThrow('Too late.');
  });

  it('leaves errors to an `onError` of the test', async () => {
    const errors: unknown[] = [];
    using bus = createTestBus({ strict: true, onError: (error) => errors.push(error) });
    const stop = bus.on(counted, () => {
      stop();
      throw new Error('Too late.');
    });
    bus.emit(counted, 1);
    await bus.flush();
    expect(() => bus.verify()).not.toThrow();
    expect(errors).toMatchObject([{ code: 'handler-failed' }]);
  });

  it('takes a letter that was expected, before or after it came, for a reason or by a question', async () => {
    using bus = await failingBus();
    bus.expectDeadLetter('failed');
    bus.expectDeadLetter(({ event }) => event.data === 2);
    bus.emit(counted, 2);
    await bus.flush();
    expect(() => bus.verify()).not.toThrow();
  });

  it('expects one letter for each call, and complains of those that do not come', async () => {
    using bus = await failingBus();
    bus.expectDeadLetter('failed');
    bus.expectDeadLetter('expired');
    expect(() => bus.verify()).toThrow('A dead letter for the reason "expired" was expected, and none came.');
  });

  it('takes letters that were redriven or discarded for handled', async () => {
    using bus = createTestBus({ strict: true });
    expect(() => bus.emit(cart.changed, { total: 'three' } as never)).toThrow();
    expect(() => bus.emit(cart.changed, { total: 'four' } as never)).toThrow();
    const [first] = bus.deadLetters.list();
    bus.deadLetters.redrive(first!.id, { edit: () => ({ total: 3 }) });
    bus.deadLetters.discard(() => true);
    expect(() => bus.verify()).not.toThrow();
  });

  it('is not what a bus is unless it is asked for', () => {
    createTestBus().emit(counted, 1);
    using bus = createTestBus();
    expect(() => bus.emit(counted, 'one' as never)).toThrow();
    expect(verifyStrictBuses).not.toThrow();
  });
});
