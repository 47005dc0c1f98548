import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  latest: { version: 1, schema: z.number(), retain: 'latest' },
  lastThree: { version: 1, schema: z.number(), retain: 3 },
});

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

describe('the option `replay`', () => {
  it.each([
    { replay: undefined, seen: [2, 3, 4] },
    { replay: true, seen: [2, 3, 4] },
    { replay: false, seen: [] },
    { replay: 0, seen: [] },
    { replay: 1, seen: [4] },
    { replay: 2, seen: [3, 4] },
    { replay: 100, seen: [2, 3, 4] },
    { replay: { after: 0 }, seen: [2, 3, 4] },
    { replay: { after: 3 }, seen: [4] },
    { replay: { after: 4 }, seen: [] },
  ])('$replay gives $seen', async ({ replay, seen }) => {
    const bus = newBus();
    for (const data of [1, 2, 3, 4]) bus.emit(test.lastThree, data);
    const given: number[] = [];
    bus.on(test.lastThree, ({ data }) => given.push(data), { replay });
    await nextTask();
    expect(given).toEqual(seen);
  });

  it('false still hears what comes', async () => {
    const bus = newBus();
    bus.emit(test.latest, 1);
    const seen: unknown[] = [];
    bus.on(test.latest, ({ data, replayed }) => seen.push([data, replayed]), { replay: false });
    bus.emit(test.latest, 2);
    await nextTask();
    expect(seen).toEqual([[2, undefined]]);
  });

  it('{ after } goes on where a subscriber of before has stopped', async () => {
    const bus = newBus();
    const seen: number[] = [];
    let last = 0;
    const listen = () =>
      bus.on(
        test.lastThree,
        ({ data, sequence }) => {
          seen.push(data);
          last = sequence;
        },
        { replay: { after: last } },
      );
    const stop = listen();
    for (const data of [1, 2]) bus.emit(test.lastThree, data);
    await nextTask();
    stop();
    for (const data of [3, 4]) bus.emit(test.lastThree, data);
    listen();
    await nextTask();
    expect(seen).toEqual([1, 2, 3, 4]);
  });
});

describe('retained events of several contracts', () => {
  const emitMixed = (bus: Bus): void => {
    bus.emit(test.lastThree, 1);
    bus.emit(test.latest, 2);
    bus.emit(test.lastThree, 3);
    bus.emit(test.latest, 4);
    bus.emit(test.lastThree, 5);
  };

  it('come to a subscription by pattern in the order of emitting', async () => {
    const bus = newBus();
    emitMixed(bus);
    const seen: unknown[] = [];
    bus.on('test:*', ({ data }) => seen.push(data));
    await nextTask();
    expect(seen).toEqual([1, 3, 4, 5]);
  });

  it('come to a subscription to a list in the order of emitting', async () => {
    const bus = newBus();
    emitMixed(bus);
    const seen: unknown[] = [];
    bus.on([test.latest, test.lastThree], ({ data }) => seen.push(data));
    await nextTask();
    expect(seen).toEqual([1, 3, 4, 5]);
  });

  it('are counted together where a number is asked for', async () => {
    const bus = newBus();
    emitMixed(bus);
    const seen: unknown[] = [];
    bus.on('test:*', ({ data }) => seen.push(data), { replay: 2 });
    await nextTask();
    expect(seen).toEqual([4, 5]);
  });
});
