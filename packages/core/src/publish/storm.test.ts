import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, defineEvents, hubEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const ball = defineEvents('ball', {
  thrown: { version: 1, schema: z.number() },
  caught: { version: 1, schema: z.number() },
  dropped: { version: 1, schema: z.number() },
  rolled: { version: 1, schema: z.number(), rate: { limit: 5 } },
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => void vi.useRealTimers());

/** Buses on one hub, one for each of the sources, and the storms that are told there. */
function join<Source extends string>(...sources: Source[]) {
  const hub = createPatientHub();
  const joined = sources.map((source) => [source, createBus({ source, hub, onError: () => {} })]);
  const storms: BusEvent[] = [];
  createBus({ source: 'watch', hub }).on(hubEvents.stormed, (event) => storms.push(event));
  return { ...(Object.fromEntries(joined) as Record<Source, Bus>), storms };
}

/** Answers each event by the next one, the last by the first, for ever. */
function ring(buses: readonly Bus[]): void {
  const events = [ball.thrown, ball.caught, ball.dropped].slice(0, buses.length);
  buses.forEach((bus, index) => {
    bus.on(events[index]!, ({ data }) => void bus.emit(events[(index + 1) % events.length]!, data + 1));
  });
}

function warnings(): string[] {
  return vi.mocked(console.warn).mock.calls.map(([text]) => text);
}

describe('a ring of two micro-frontends', () => {
  it('ends with a letter, a warning and `busbar:stormed`, each of which names both', async () => {
    const { left, right, storms } = join('left', 'right');
    ring([left, right]);
    right.emit(ball.thrown, 0);
    await nextTask();
    const [letter] = left.deadLetters.list();
    const both = /"left" emitted "ball:caught" in answer to "right: ball:thrown" after 32 answers in a row/;
    expect(letter).toMatchObject({ reason: 'too-many-hops', error: { message: expect.stringMatching(both) } });
    expect(warnings()).toEqual([expect.stringMatching(both)]);
    const data = { type: 'ball:caught', source: 'left', cause: 'hops', answered: 'right: ball:thrown' };
    expect(storms).toMatchObject([{ type: 'busbar:stormed', source: 'busbar', data }]);
  });

  it('ends each time, with one warning and one `busbar:stormed`', async () => {
    const { left, right, storms } = join('left', 'right');
    ring([left, right]);
    for (let game = 0; game < 3; game++) right.emit(ball.thrown, 0);
    await nextTask();
    expect(left.deadLetters.list(({ reason }) => reason === 'too-many-hops')).toHaveLength(3);
    expect([warnings().length, storms.length]).toEqual([1, 1]);
  });
});

describe('a ring of three micro-frontends', () => {
  it('ends as well, and is told by the two of them between which it was cut', async () => {
    const { left, middle, right, storms } = join('left', 'middle', 'right');
    ring([left, middle, right]);
    right.emit(ball.thrown, 0);
    await nextTask();
    const cut = { type: 'ball:thrown', source: 'right', answered: 'middle: ball:dropped' };
    expect(left.metrics().emitted).toBe(34);
    expect(left.deadLetters.list()[0]).toMatchObject({ event: { data: 33, hops: 33 }, error: { details: cut } });
    expect(warnings()).toEqual([expect.stringMatching(/"right" .*"middle: .* directly or through others/)]);
    expect(storms).toMatchObject([{ data: cut }]);
  });
});

describe('busbar:stormed', () => {
  it('is told once for a storm that lasts, and again for one that begins ten seconds after', async () => {
    const { left, storms } = join('left');
    const emitForSeconds = async (seconds: number): Promise<void> => {
      for (let tenth = 0; tenth < seconds * 10; tenth++) {
        left.emit(ball.rolled, 0);
        await vi.advanceTimersByTimeAsync(100);
      }
    };
    await emitForSeconds(30);
    expect(storms).toMatchObject([{ data: { type: 'ball:rolled', source: 'left', cause: 'rate' } }]);
    expect(storms[0]?.data).not.toHaveProperty('answered');
    await vi.advanceTimersByTimeAsync(10_000);
    await emitForSeconds(3);
    expect(storms).toHaveLength(2);
    expect(warnings()).toHaveLength(1);
  });

  it('is told for each source and each event by itself', async () => {
    const { left, right, storms } = join('left', 'right');
    for (let count = 0; count < 10; count++) for (const bus of [left, right]) bus.emit(ball.rolled, 0);
    ring([left, right]);
    right.emit(ball.thrown, 0);
    await nextTask();
    const told = storms.map(({ data }) => Object.values(data as object).slice(0, 3));
    expect(told).toEqual([
      ['ball:rolled', 'left', 'rate'],
      ['ball:rolled', 'right', 'rate'],
      ['ball:caught', 'left', 'hops'],
    ]);
  });

  it('finds the letter there already', async () => {
    const { left } = join('left');
    const found: number[] = [];
    left.on(hubEvents.stormed, () => found.push(left.deadLetters.list().length), { delivery: 'sync' });
    for (let count = 0; count < 6; count++) left.emit(ball.rolled, 0);
    expect(found).toEqual([1]);
  });

  it('makes no storm of its own, though its handler makes the storm worse', async () => {
    const { left, storms } = join('left');
    left.on(hubEvents.stormed, () => void left.emit(ball.rolled, 1), { delivery: 'sync' });
    for (let count = 0; count < 10; count++) left.emit(ball.rolled, 0);
    await nextTask();
    expect(storms).toHaveLength(1);
    expect(left.metrics()).toMatchObject({ emitted: 6, deadLetters: 6 });
  });
});
