import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents, drop, reject } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  kept: { version: 1, schema: z.number(), retain: 'latest' },
});
const failure = new Error('not now');

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

function emitInvalid(bus: Bus, data: unknown = 'no number'): void {
  expect(() => bus.emit(test.pinged, data as never)).toThrow();
}

describe('deadLetters.redrive of an event that never reached delivery', () => {
  it('publishes it to everybody, in the name of its source', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    bus.on('**', (event) => seen.push(event));
    bus.on(test.pinged, (event) => seen.push(event));
    emitInvalid(bus.scope({ source: 'cart' }), '7');
    const [letter] = bus.deadLetters.list();
    expect(bus.deadLetters.redrive(letter!.id, { edit: Number })).toBe(1);
    await nextTask();
    const event = { id: letter!.event.id ?? expect.any(String), source: 'cart', data: 7, redriveof: letter!.id };
    expect(seen).toMatchObject([event, event]);
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it.each([
    { verdict: drop('not yet'), reason: 'dropped' },
    { verdict: reject(failure), reason: 'rejected' },
  ])('keeps its id, subject, correlation and key, after it was $reason', async ({ verdict, reason }) => {
    let closed = true;
    const gate = { name: 'gate', side: 'publish' as const, after: 'stamp' as const, run: () => (closed ? verdict : undefined) };
    const bus = createBus({ source: 'test', hub: createPatientHub(), stages: [gate] });
    const seen: unknown[] = [];
    bus.on(test.pinged, (event) => seen.push(event));
    const told = { subject: 'one', correlationid: 'all', idempotencykey: 'key', traceparent: '00-1-2-01' };
    if (reason === 'dropped') bus.emit(test.pinged, 1, told);
    else expect(() => bus.emit(test.pinged, 1, told)).toThrow(failure);
    const [letter] = bus.deadLetters.list();
    closed = false;
    expect(letter).toMatchObject({ reason, event: told });
    expect(bus.deadLetters.redrive(letter!.id)).toBe(1);
    await nextTask();
    expect(seen).toMatchObject([{ ...told, id: letter!.event.id, redriveof: letter!.id }]);
  });

  it('is retained like any other', async () => {
    const bus = newBus();
    expect(() => bus.emit(test.kept, '5' as never)).toThrow();
    bus.deadLetters.redrive(() => true, { edit: Number });
    const seen: unknown[] = [];
    bus.on(test.kept, ({ data, replayed }) => seen.push([data, replayed]));
    await nextTask();
    expect(seen).toEqual([[5, true]]);
  });

  it('that is refused again leaves one letter, and throws the reason', () => {
    const bus = newBus();
    emitInvalid(bus);
    const [letter] = bus.deadLetters.list();
    expect(() => bus.deadLetters.redrive(letter!.id)).toThrow(expect.objectContaining({ code: 'invalid-payload' }));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid' }]);
  });

  it('takes no other letter away, though the letter was discarded meanwhile', async () => {
    const bus = newBus();
    emitInvalid(bus, '1');
    emitInvalid(bus, 'another');
    const [letter] = bus.deadLetters.list();
    bus.on(test.pinged, () => void bus.deadLetters.discard(letter!.id), { delivery: 'sync' });
    bus.deadLetters.redrive(letter!.id, { edit: Number });
    await nextTask();
    expect(bus.deadLetters.list()).toMatchObject([{ event: { data: 'another' } }]);
  });
});
