import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { letters, newBus, order, ordered, pass } from './order-service.test.fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A handler that takes 100 ms and writes down when it begins and ends. */
function createSlowHandler(story: string[], name = ''): (event: { readonly data: unknown }) => Promise<void> {
  return async ({ data }) => {
    story.push(`${name}${data} begins`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    story.push(`${name}${data} ends`);
  };
}

const never = () => new Promise<never>(() => {});

describe('bulkhead', () => {
  it('lets so many run at once; the next begins when one of them ends', async () => {
    const { bus } = newBus();
    const story: string[] = [];
    bus.on(ordered, createSlowHandler(story), { policy: bulkhead({ running: 2, waiting: 9 }), overlap: 'parallel' });
    await order(bus, 1, 2, 3);
    expect(story).toEqual(['1 begins', '2 begins']);
    await pass(100);
    expect(story).toEqual(['1 begins', '2 begins', '1 ends', '3 begins', '2 ends']);
  });

  it('refuses at once what finds all places to run and to wait taken', async () => {
    const { bus } = newBus();
    bus.on(ordered, createSlowHandler([]), { policy: bulkhead({ running: 1, waiting: 1 }), overlap: 'parallel', retry: 3 });
    await order(bus, 1, 2, 3, 4);
    expect(letters(bus)).toEqual(['3 refused', '4 refused']);
    expect(bus.deadLetters.list()[0]).toMatchObject({ error: { cause: { isBulkheadRejectedError: true } } });
    await pass(200);
    expect(bus.metrics()).toMatchObject({ delivered: 2, deadLetters: 2 });
  });

  it('lets nobody wait unless it is told to', async () => {
    const { bus } = newBus();
    bus.on(ordered, createSlowHandler([]), { policy: bulkhead({ running: 1 }), overlap: 'parallel' });
    await order(bus, 1, 2);
    expect(letters(bus)).toEqual(['2 refused']);
  });

  it('counts the places of all subscriptions that share it, first come, first served', async () => {
    const { bus } = newBus();
    const story: string[] = [];
    const policy = bulkhead({ running: 2, waiting: 9 });
    for (const name of ['a', 'b', 'c']) bus.on(ordered, createSlowHandler(story, name), { policy });
    await order(bus, 1, 2);
    await pass(300);
    const begun = story.filter((line) => line.endsWith('begins')).map((line) => line.split(' ')[0]);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
  });

  it("keeps the order of a subscription whose `overlap` is 'queue', which has one place at most", async () => {
    const { bus } = newBus();
    const story: string[] = [];
    bus.on(ordered, createSlowHandler(story), { policy: bulkhead({ running: 9 }) });
    await order(bus, 1, 2, 3);
    await pass(300);
    expect(story).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('lets those who wait go before those who come, at whatever moment they come', async () => {
    const policy = bulkhead({ running: 1, waiting: 99 });
    const story: string[] = [];
    void policy.execute(() => Promise.resolve());
    void policy.execute(() => story.push('waited'));
    for (let moment = 0; moment < 20; moment++) {
      void policy.execute(() => story.push(`came at ${moment}`));
      await null;
    }
    expect(story.slice(0, 3)).toEqual(['waited', 'came at 0', 'came at 1']);
  });

  it('gives the place of a handler that passes its `timeout` to the next', async () => {
    const { bus } = newBus();
    const policy = bulkhead({ running: 1, waiting: 9 });
    bus.on(ordered, never, { policy, timeout: 100 });
    await order(bus, 1, 2);
    await pass(200);
    expect({ letters: letters(bus), state: policy.state }).toEqual({ letters: ['1 failed', '2 failed'], state: 'free' });
  });

  it('gives the place of a run that aborts its own signal to the next', () => {
    const policy = bulkhead({ running: 1 });
    const controller = new AbortController();
    void policy.execute(() => {
      controller.abort();
      return never();
    }, controller.signal);
    return vi.waitFor(() => expect(policy.state).toBe('free'));
  });

  it('counts the waiting into the `timeout`, without calling the handler', async () => {
    const { bus } = newBus();
    const policy = bulkhead({ running: 1, waiting: 1 });
    let calls = 0;
    void policy.execute(never);
    bus.on(ordered, () => calls++, { policy, timeout: 100 });
    await order(bus, 1);
    await pass(100);
    expect({ letters: letters(bus), calls, state: policy.state }).toEqual({ letters: ['1 failed'], calls: 0, state: 'busy' });
  });

  it('says whether the next event begins, waits or is refused', async () => {
    const policy = bulkhead({ running: 1, waiting: 1 });
    const states = [policy.state];
    for (let times = 0; times < 2; times++) {
      void policy.execute(never);
      states.push(policy.state);
    }
    expect(states).toEqual(['free', 'busy', 'full']);
  });
});

describe('bulkhead, options', () => {
  it.each([
    [{}, '"bulkhead" set running to undefined. Expected a whole number from 1 on.'],
    [{ running: 0 }, '"bulkhead" set running to 0. Expected a whole number from 1 on.'],
    [{ running: 1, waiting: -1 }, '"bulkhead" set waiting to -1. Expected a whole number from 0 on.'],
    [{ running: 1, waiting: '9' }, '"bulkhead" set waiting to "9". Expected a whole number from 0 on.'],
  ])('%o are refused', (options, message) => {
    expect(() => bulkhead(options as never)).toThrow(expect.objectContaining({ code: 'invalid-option', message }));
  });
});
