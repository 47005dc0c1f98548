import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusError, createBus, defineEvent } from './index.ts';
import { nextTask } from './next-task.test.fixture.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

const noted = defineEvent('test:noted', { version: 1, schema: z.unknown() });
const errors: BusError[] = [];

/** A bus with a letter for each of these payloads, of a handler that fails the first time. */
async function busWithLetters(...payloads: readonly unknown[]): Promise<{ bus: Bus; seen: unknown[] }> {
  errors.length = 0;
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => errors.push(error) });
  const seen: unknown[] = [];
  bus.on(noted, ({ data, redriveof }) => {
    if (!redriveof) throw new Error('not yet');
    seen.push(data);
  });
  for (const data of payloads) bus.emit(noted, data);
  await nextTask();
  errors.length = 0;
  return { bus, seen };
}

const rejecting = async (): Promise<never> => Promise.reject(new Error('too late'));
const late = { code: 'async-callback', details: { type: 'test:noted', source: 'test' } };

describe('deadLetters', () => {
  it.each([5, null, {}, true])('refuse the filter %j', async (filter) => {
    const { deadLetters } = (await busWithLetters(1)).bus;
    const refused = expect.objectContaining({ code: 'invalid-option', details: expect.objectContaining({ option: 'filter' }) });
    for (const ask of ['list', 'redrive', 'discard'] as const) {
      expect(() => deadLetters[ask](filter as never)).toThrow(refused);
    }
  });

  it('refuse an edit that is no function, and send nothing', async () => {
    const { bus } = await busWithLetters(1);
    expect(() => bus.deadLetters.redrive(() => true, { edit: 'x' as never })).toThrow(
      expect.objectContaining({ code: 'invalid-option', details: expect.objectContaining({ option: 'edit' }) }),
    );
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('refuse a filter that answers with a promise, whose failure is none', async () => {
    const { bus } = await busWithLetters(1);
    expect(() => bus.deadLetters.discard(rejecting as never)).toThrow(expect.objectContaining({ code: 'async-callback' }));
    expect(bus.deadLetters.list()).toHaveLength(1);
  });

  it('keep what an edit answers with a promise for, and report that', async () => {
    const { bus } = await busWithLetters(1, 2);
    expect(bus.deadLetters.redrive(() => true, { edit: rejecting })).toBe(0);
    expect(bus.deadLetters.list()).toHaveLength(2);
    expect(errors).toMatchObject([late, late]);
  });

  it('report what an asynchronous observer fails with', async () => {
    const { bus } = await busWithLetters();
    bus.deadLetters.subscribe(rejecting);
    expect(() => bus.emit(noted, () => {})).toThrow();
    await vi.waitFor(() => expect(errors).toMatchObject([{ message: 'too late' }]));
  });

  it('are sent once each, though code that is called meanwhile redrives all of them', async () => {
    const { bus, seen } = await busWithLetters(1, 2, 3);
    const edit = (data: unknown): unknown => {
      bus.deadLetters.redrive(() => true);
      return data;
    };
    bus.deadLetters.redrive(() => true, { edit });
    await nextTask();
    expect(seen.toSorted()).toEqual([1, 2, 3]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('are not sent where an edit discards them', async () => {
    const { bus, seen } = await busWithLetters(1);
    expect(bus.deadLetters.redrive(() => true, { edit: () => bus.deadLetters.discard(() => true) })).toBe(0);
    await nextTask();
    expect(seen).toEqual([]);
  });
});
