import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { contractOf, joinPage, plainDetails, settled } from './plain-events.test.fixture.ts';

const bound = 10_000;

/** Emits the numbers below that, in one go. */
function emitBelow(count: number) {
  const [bus, contract] = [joinPage(), contractOf({ schema: z.number() })];
  const details = plainDetails(contract.type);
  for (let number = 0; number < count; number++) bus.emit(contract, number);
  return { bus, contract, details };
}

describe('what waits to be shown to window', () => {
  it('is 10,000 events at most; the next ones are dead letters of window', async () => {
    const { bus, contract, details } = emitBelow(bound + 2);
    expect(bus.metrics().queueDepth).toBe(bound);
    expect(bus.deadLetters.list()).toMatchObject(
      [bound, bound + 1].map((data) => ({
        reason: 'overflow',
        event: { data },
        subscriber: { id: 0, source: 'window', target: contract.type },
        error: { code: 'queue-overflow', details: { type: contract.type, source: 'window', maxQueue: bound } },
      })),
    );
    await expect.poll(() => details.length).toBe(bound);
    bus.emit(contract, -1);
    await settled(bus);
    expect(details.at(-1)).toBe(-1);
  });

  it('has one error for all that come one after the other', () => {
    const { bus } = emitBelow(bound + 3);
    expect(new Set(bus.deadLetters.list().map(({ error }) => error)).size).toBe(1);
  });

  it('keeps nothing from the handlers of the bus', async () => {
    const { bus, contract } = emitBelow(bound);
    const seen: unknown[] = [];
    bus.on(contract, ({ data }) => seen.push(data));
    bus.emit(contract, bound);
    await expect.poll(() => seen).toEqual([bound]);
  });
});

describe('a dead letter of window', () => {
  it('is shown when it is redriven, and is a letter no more', async () => {
    const { bus, details } = emitBelow(bound + 1);
    await expect.poll(() => details.length).toBe(bound);
    expect(bus.deadLetters.redrive(() => true, { edit: (data) => (data as number) + 1 })).toBe(1);
    expect(bus.deadLetters.list()).toEqual([]);
    await settled(bus);
    expect(details.slice(-1)).toEqual([bound + 1]);
  });

  it('stays one while there is still no room', () => {
    const { bus } = emitBelow(bound + 1);
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('stays one where the contract is not shown to window any more', async () => {
    const { bus, contract, details } = emitBelow(bound + 1);
    await expect.poll(() => details.length).toBe(bound);
    bus.on({ ...contract, version: 2, dom: 'off' }, () => {});
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
  });
});
