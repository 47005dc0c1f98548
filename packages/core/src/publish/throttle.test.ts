import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, createHub, defineEvent, type Rate } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => void vi.useRealTimers());

function moved(rate: Rate, type = 'mouse:moved') {
  return defineEvent(type, { version: 1, schema: z.number(), rate });
}

function newBus(source = 'map'): Bus {
  return createBus({ source, hub: createPatientHub() });
}

/** Emits as many events; answers how many of them were published. */
function published(bus: Bus, contract: ReturnType<typeof moved>, events: number): number {
  const before = bus.metrics().emitted;
  for (let x = 0; x < events; x++) bus.emit(contract, x);
  return bus.metrics().emitted - before;
}

describe('an event over the rate of its contract', () => {
  it('is a dead letter, given to nobody, and emit returns it', async () => {
    const bus = newBus();
    const contract = moved({ limit: 1 });
    const heard: BusEvent[] = [];
    bus.on(contract, (event) => heard.push(event));
    const [first, second] = [bus.emit(contract, 1), bus.emit(contract, 2)];
    await nextTask();
    expect(heard).toEqual([first]);
    expect(second).toMatchObject({ type: 'mouse:moved', source: 'map', data: 2 });
    const details = { type: 'mouse:moved', source: 'map', limit: 1, per: 1_000, burst: 1 };
    const letter = { reason: 'rate-exceeded', event: second, attempts: 0, error: { code: 'rate-exceeded', details } };
    expect(bus.deadLetters.list()).toMatchObject([letter]);
    expect(bus.deadLetters.list()[0]).not.toHaveProperty('subscriber');
  });

  it('brings one warning for its contract and source, which names both', () => {
    const bus = newBus();
    const contract = moved({ limit: 2 });
    const other = bus.scope({ source: 'minimap' });
    for (const one of [bus, bus, bus, bus, other, other, other, other]) one.emit(contract, 1);
    const about = (source: string) => [
      expect.stringMatching(new RegExp(`^\\[busbar rate-exceeded mouse:moved ${source}\\] "${source}" emits "mouse:moved" `)),
    ];
    expect(vi.mocked(console.warn).mock.calls).toEqual([about('map'), about('minimap')]);
  });

  it('is neither retained nor the latest', () => {
    const bus = newBus();
    const contract = defineEvent('mouse:stopped', { version: 1, schema: z.number(), retain: 'latest', rate: { limit: 1 } });
    for (const x of [1, 2]) bus.emit(contract, x);
    expect(bus.latest(contract).get()).toBe(1);
  });

  it('costs nothing of what its source may still emit', () => {
    const bus = newBus();
    const contract = moved({ limit: 10, burst: 1 });
    expect(published(bus, contract, 5)).toBe(1);
    vi.advanceTimersByTime(100);
    expect(published(bus, contract, 5)).toBe(1);
  });

  it('is still over it where it is redriven too early: the letter stays, and one by its id throws', () => {
    const bus = newBus();
    const contract = moved({ limit: 2 });
    published(bus, contract, 4);
    expect(bus.deadLetters.redrive(() => true)).toBe(0);
    const [first] = bus.deadLetters.list();
    expect(() => bus.deadLetters.redrive(first!.id)).toThrow(expect.objectContaining({ code: 'rate-exceeded' }));
    expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([3, 2]);
    vi.advanceTimersByTime(500);
    expect(bus.deadLetters.redrive(() => true)).toBe(1);
    expect(bus.deadLetters.list().map(({ event }) => event.data)).toEqual([2]);
  });
});

describe('the rate of a contract', () => {
  it('is as high as its sources like where it says nothing', () => {
    const bus = newBus();
    const contract = defineEvent('mouse:moved', { version: 1, schema: z.number() });
    for (let x = 0; x < 5_000; x++) bus.emit(contract, x);
    expect(bus.metrics()).toMatchObject({ emitted: 5_000, deadLetters: 0 });
  });

  it('is counted for each source by itself, and for each contract', () => {
    const bus = newBus();
    const contract = moved({ limit: 3 });
    const other = moved({ limit: 1 }, 'mouse:left');
    expect(published(bus, contract, 5)).toBe(3);
    expect(published(bus.scope({ source: 'minimap' }), contract, 5)).toBe(3);
    expect(published(bus, other, 5)).toBe(1);
  });

  it('is one for all buses of a source', () => {
    const hub = createHub();
    const contract = moved({ limit: 3 });
    expect(published(createBus({ source: 'map', hub }), contract, 2)).toBe(2);
    expect(published(createBus({ source: 'map', hub }), contract, 2)).toBe(1);
  });

  it('is not changed by a computer’s clock that is set', () => {
    const bus = newBus();
    const contract = moved({ limit: 3 });
    published(bus, contract, 3);
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(published(bus, contract, 3)).toBe(0);
    vi.setSystemTime(Date.now() - 7_200_000);
    vi.advanceTimersByTime(1_000);
    expect(published(bus, contract, 5)).toBe(3);
  });
});

const rate = fc.record(
  { limit: fc.integer({ min: 1, max: 9 }), per: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: ['limit'] },
);
/** Milliseconds between emits: many at once, some after a while. */
const waits = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)), { maxLength: 60 });

/** The times of the events that were published, and of those that were refused, emitted after each of the waits. */
function emitAll(given: Rate, pauses: readonly number[]): { passed: number[]; refused: number[] } {
  const bus = newBus();
  const contract = moved(given);
  const [passed, refused] = [[] as number[], [] as number[]];
  for (const pause of pauses) {
    vi.advanceTimersByTime(pause);
    (published(bus, contract, 1) ? passed : refused).push(performance.now());
  }
  return { passed, refused };
}

/** Whether so many events are more than the burst and what a time earns. */
function isTooMany(events: number, milliseconds: number, { limit, per = 1_000, burst = limit }: Rate): boolean {
  return events * per > burst * per + milliseconds * limit;
}

describe('whatever the rate, and whenever events are emitted', () => {
  it('no time has more of them than the burst and what it earns', () => {
    fc.assert(
      fc.property(rate, waits, (given, pauses) => {
        const { passed } = emitAll(given, pauses);
        const tooMany = passed.filter((from, first) =>
          passed.slice(first).some((to, others) => isTooMany(others + 1, to - from, given)),
        );
        expect(tooMany).toEqual([]);
      }),
    );
  });

  it('none is refused but where some time would have too many with it', () => {
    fc.assert(
      fc.property(rate, waits, (given, pauses) => {
        const { passed, refused } = emitAll(given, pauses);
        const needless = refused.filter((to) => {
          const before = passed.filter((time) => time <= to);
          return !before.some((from, first) => isTooMany(before.length - first + 1, to - from, given));
        });
        expect(needless).toEqual([]);
      }),
    );
  });
});
