import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { adopt, type BusEvent, createBus, createHub, defineEvent } from '../index.ts';

const added = defineEvent('test:added', { version: 1, schema: z.number(), retain: 'latest' });

/** A hub whose deliveries wait in `held` until somebody lets them go. */
function holdingBus() {
  const hub = createHub();
  const held: (() => void)[] = [];
  const carried: BusEvent[] = [];
  hub.carry = (event, deliver) => {
    carried.push(event);
    held.push(() => deliver(event));
  };
  return { bus: createBus({ source: 'test', hub }), held, carried };
}

describe('a hub with something that carries its events', () => {
  it('is told of every event of every bus and scope, adopted ones included, whether anybody listens or not', () => {
    const { bus, carried } = holdingBus();
    bus.emit(added, 1);
    bus.scope({ source: 'scope' }).emit(added, 2);
    createBus({ source: 'other', hub: bus.hub }).emit(added, 3);
    adopt(bus, { ...bus.emit(added, 4), id: 'elsewhere-1' });
    expect(carried.map(({ data }) => data)).toEqual([1, 2, 3, 4, 4]);
  });

  it('delivers when it is told to, and what it is told to', async () => {
    const { bus, held } = holdingBus();
    const heard: number[] = [];
    bus.on(added, ({ data }) => heard.push(data));
    bus.emit(added, 1);
    bus.emit(added, 2);
    await Promise.resolve();
    expect(heard).toEqual([]);
    for (const deliver of held.reverse()) deliver();
    await Promise.resolve();
    expect(heard).toEqual([2, 1]);
  });

  it('has retained the event by then, for who subscribes before it is delivered, and gives it to them once', async () => {
    const { bus, held } = holdingBus();
    bus.emit(added, 1);
    const heard: number[] = [];
    bus.on(added, ({ data }) => heard.push(data));
    held[0]!();
    await Promise.resolve();
    expect([bus.latest(added).get(), heard]).toEqual([1, [1]]);
  });
});
