import { type Bus, type BusError, createBus, createHub, type DeadLetter, defineEvent } from '@busbar/core';
import { vi } from 'vitest';
import * as z from 'zod';

export const ordered = defineEvent('shop:ordered', { version: 1, schema: z.number() });
export const outage = new Error('the server is down');

/** What handlers call: it can go down and come back. */
export interface OrderService {
  isUp: boolean;
  /** What it was called with, failures included. */
  readonly calls: number[];
  handle(event: { readonly data: number }): Promise<void>;
}

export function createOrderService(): OrderService {
  const service: OrderService = {
    isUp: true,
    calls: [],
    async handle({ data }) {
      service.calls.push(data);
      if (!service.isUp) throw outage;
    },
  };
  return service;
}

/** A bus with a hub of its own whose slices never end, so that fake timers decide alone when things happen. */
export function newBus(): { bus: Bus; errors: BusError[] } {
  const errors: BusError[] = [];
  const hub = createHub({ limits: { slice: Number.POSITIVE_INFINITY } });
  return { bus: createBus({ source: 'shop', hub, onError: (error) => errors.push(error) }), errors };
}

/** Emits orders by their numbers, and waits until what can happen without time has happened. */
export async function order(bus: Bus, ...numbers: number[]): Promise<void> {
  for (const number of numbers) bus.emit(ordered, number);
  await pass(0);
}

/** Lets so many milliseconds pass. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

/** The letters in short: `1 failed`, `2 refused`. */
export function letters(bus: Bus): string[] {
  return bus.deadLetters.list().map(({ event, reason }: DeadLetter) => `${event.data} ${reason}`);
}
