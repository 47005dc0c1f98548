import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, defineEvents, reject, type Stage } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
  grown: { version: 1, schema: z.array(z.number()) },
  kept: { version: 1, schema: z.number(), retain: 5 },
});

describe('delivery: sync', () => {
  it('runs the handler while `emit` runs', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    expect(seen).toEqual([1]);
  });

  it('comes before default delivery of the same event', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const order: string[] = [];
    bus.on(test.pinged, () => order.push('microtask'));
    bus.on(test.pinged, () => order.push('sync'), { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    await nextTask();
    expect(order).toEqual(['sync', 'microtask']);
  });

  it('gives each event once, to the synchronous as to the others', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: string[] = [];
    bus.on('test:*', ({ data }) => seen.push(`sync ${data}`), { delivery: 'sync' });
    bus.on('test:*', ({ data }) => seen.push(`microtask ${data}`));
    bus.emit(test.pinged, 1);
    bus.emit(test.answered, 2);
    await nextTask();
    expect(seen).toEqual(['sync 1', 'sync 2', 'microtask 1', 'microtask 2']);
  });

  it('shows an event that a handler emits to everybody after the one that caused it', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: string[] = [];
    bus.on(test.pinged, () => void bus.emit(test.answered, 1), { delivery: 'sync' });
    bus.on('test:*', ({ type }) => seen.push(type), { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    expect(seen).toEqual(['test:pinged', 'test:answered']);
  });

  it('shows everybody one order, whoever emits what inside which handler', async () => {
    const growth = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(growth, fc.nat(2), async (branches, gardener) => {
        const bus = createBus({ source: 'test', hub: createPatientHub() });
        const seen: number[][] = [[], [], [], []];
        seen.forEach((sequences, index) => {
          bus.on(
            test.grown,
            ({ data: [count = 0, ...rest], sequence }) => {
              sequences.push(sequence);
              if (index === gardener) for (let child = 0; child < count; child++) bus.emit(test.grown, rest);
            },
            { delivery: index < 3 ? 'sync' : 'microtask' },
          );
        });
        bus.emit(test.grown, branches);
        await nextTask();
        const inOrder = seen[0]!.map((_, index) => index + 1);
        for (const sequences of seen) expect(sequences).toEqual(inOrder);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the emitting call unharmed when the handler throws, and the others hear the event', () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: ({ cause }) => errors.push(cause) });
    const seen: number[] = [];
    const failure = new Error('no');
    bus.on(
      test.pinged,
      () => {
        throw failure;
      },
      { delivery: 'sync' },
    );
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
    expect(bus.emit(test.pinged, 1).data).toBe(1);
    expect(seen).toEqual([1]);
    expect(errors).toEqual([failure]);
  });

  it('comes before the emitting call ends, though a stage after delivery rejects', () => {
    const late: Stage = { name: 'late', side: 'publish', after: 'deliver', run: () => reject(new Error('too late')) };
    const bus = createBus({ source: 'test', hub: createPatientHub(), stages: [late] });
    const seen: number[] = [];
    bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
    expect(() => bus.emit(test.pinged, 1)).toThrow('too late');
    expect(seen).toEqual([1]);
  });

  it('gives retained events while `on` runs', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.emit(test.kept, 1);
    bus.emit(test.kept, 2);
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]), { delivery: 'sync' });
    expect(seen).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('gives all retained events before what a handler emits meanwhile', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    bus.emit(test.kept, 1);
    bus.emit(test.kept, 2);
    const seen: number[] = [];
    const answer = ({ data }: { data: number }): void => {
      seen.push(data);
      if (data === 1) bus.emit(test.kept, 3);
    };
    bus.on(test.kept, answer, { delivery: 'sync' });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('does not give the event under way to a subscription that a handler makes', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: number[] = [];
    const stop = bus.on(
      test.pinged,
      () => {
        stop();
        bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
      },
      { delivery: 'sync' },
    );
    bus.emit(test.pinged, 1);
    bus.emit(test.pinged, 2);
    expect(seen).toEqual([2]);
  });

  it('does not give the event under way to a subscription that a handler ends', () => {
    const bus = createBus({ source: 'test', hub: createPatientHub() });
    const seen: number[] = [];
    bus.on(test.pinged, () => stop(), { delivery: 'sync' });
    const stop = bus.on(test.pinged, ({ data }) => seen.push(data), { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    expect(seen).toEqual([]);
  });

  it('keeps what a redriven event causes behind it', async () => {
    const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
    const order: string[] = [];
    let works = false;
    const handler = async ({ data }: { data: number }): Promise<void> => {
      if (!works) throw new Error('not yet');
      order.push(`begin ${data}`);
      if (data === 1) bus.emit(test.pinged, 2);
      await nextTask();
      order.push(`end ${data}`);
    };
    bus.on(test.pinged, handler, { delivery: 'sync' });
    bus.emit(test.pinged, 1);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    works = true;
    bus.deadLetters.redrive(() => true);
    await vi.waitFor(() => expect(order).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']));
  });
});
