import type { BusEvent, EventOf, Handler } from '@busbar/core';
import type { shell } from 'contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSlowness } from './slowness.ts';

const event = { type: 'cart:changed' } as BusEvent;
const switched = (fault: string, on: boolean) => ({ data: { fault, on } }) as EventOf<typeof shell.faultSwitched>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function call(handler: Handler, signal = new AbortController().signal): unknown {
  return handler(event, { signal, attempt: 1 });
}

test('a handler runs at once while the fault is off', () => {
  const handle = vi.fn();
  const { hear, slowly } = createSlowness();
  hear(switched('profile-throws', true));
  call(slowly(handle));
  expect(handle).toHaveBeenCalledExactlyOnceWith(event);
});

test('a handler runs two seconds later while the fault is on, and at once when it is off again', async () => {
  const handle = vi.fn();
  const { hear, slowly } = createSlowness();
  hear(switched('checkout-slow', true));
  call(slowly(handle));
  await vi.advanceTimersByTimeAsync(1_999);
  expect(handle).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(handle).toHaveBeenCalledOnce();
  hear(switched('checkout-slow', false));
  call(slowly(handle));
  expect(handle).toHaveBeenCalledTimes(2);
});

test('waiting begins with the first handler and ends with the last', async () => {
  const said: boolean[] = [];
  const { hear, slowly } = createSlowness((waiting) => said.push(waiting));
  hear(switched('checkout-slow', true));
  call(slowly(() => {}));
  await vi.advanceTimersByTimeAsync(1_000);
  call(slowly(() => {}));
  await vi.advanceTimersByTimeAsync(1_500);
  expect(said).toEqual([true]);
  await vi.advanceTimersByTimeAsync(500);
  expect(said).toEqual([true, false]);
});

test('a handler whose subscription ends meanwhile does not run, and leaves no timer', async () => {
  const handle = vi.fn();
  const { hear, slowly } = createSlowness();
  const subscription = new AbortController();
  hear(switched('checkout-slow', true));
  const done = call(slowly(handle), subscription.signal);
  subscription.abort();
  await done;
  expect(handle).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
