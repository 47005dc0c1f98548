import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type BusError, type BusEvent, createBus, createHub, defineEvents, type HubLimits } from '../index.ts';

const ball = defineEvents('ball', { pinged: { version: 1, schema: z.number() }, ponged: { version: 1, schema: z.number() } });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));

/** Two micro-frontends that answer each other for ever. */
function ring(limits?: Partial<HubLimits>) {
  const hub = createHub({ limits });
  const errors: BusError[] = [];
  const onError = (error: BusError): void => void errors.push(error);
  const [left, right] = [createBus({ source: 'left', hub, onError }), createBus({ source: 'right', hub, onError })];
  left.on(ball.ponged, ({ data }) => left.emit(ball.pinged, data + 1));
  right.on(ball.pinged, ({ data }) => right.emit(ball.ponged, data + 1));
  return { left, errors };
}

describe('two buses that answer each other for ever', () => {
  it('are stopped after 32 answers, with a message that names both', async () => {
    const { left, errors } = ring();
    const heard: BusEvent[] = [];
    left.on('ball:*', (event) => heard.push(event));
    left.emit(ball.pinged, 0);
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    expect(heard.map(({ hops }) => hops)).toEqual(Array.from({ length: 33 }, (_, hops) => hops));
    expect(errors[0]).toMatchObject({
      code: 'handler-failed',
      cause: {
        code: 'too-many-hops',
        details: {
          type: 'ball:ponged',
          source: 'right',
          limit: 32,
          answered: expect.stringMatching(/ball:pinged.*left|left.*ball:pinged/),
        },
        message: expect.stringMatching(/"right".*"ball:ponged".*(ball:pinged.*left|left.*ball:pinged).*32/),
      },
    });
  });

  it('leave a dead letter of the answer that was too many, and one of the handler that gave it', async () => {
    const { left } = ring();
    left.emit(ball.pinged, 0);
    await vi.waitFor(() => expect(left.deadLetters.list()).toHaveLength(2));
    expect(left.deadLetters.list()).toMatchObject([
      { reason: 'too-many-hops', event: { type: 'ball:ponged', hops: 33, data: 33 }, error: { code: 'too-many-hops' } },
      { reason: 'failed', event: { type: 'ball:pinged', hops: 32 }, subscriber: { source: 'right' } },
    ]);
  });

  it('are stopped earlier where the hub says so', async () => {
    const { left, errors } = ring({ hops: 3 });
    left.emit(ball.pinged, 0);
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    expect(errors[0]?.cause).toMatchObject({ code: 'too-many-hops', details: { limit: 3 } });
  });

  it('are stopped where they are synchronous, too', () => {
    const hub = createHub();
    const errors: BusError[] = [];
    const bus = createBus({ source: 'both', hub, onError: (error) => errors.push(error) });
    bus.on(ball.pinged, ({ data }) => bus.emit(ball.ponged, data + 1), { delivery: 'sync' });
    bus.on(ball.ponged, ({ data }) => bus.emit(ball.pinged, data + 1), { delivery: 'sync' });
    bus.emit(ball.pinged, 0);
    expect(errors).toMatchObject([{ cause: { code: 'too-many-hops' } }]);
  });
});

describe('a chain of causes', () => {
  it('is counted by the causes that emitters name, too', () => {
    const bus = createBus({ source: 'left', hub: createHub() });
    let cause = bus.emit(ball.pinged, 0);
    for (let hops = 1; hops <= 32; hops++) cause = bus.emit(ball.pinged, hops, { cause });
    expect(cause.hops).toBe(32);
    expect(() => bus.emit(ball.ponged, 33, { cause })).toThrow(
      expect.objectContaining({ code: 'too-many-hops', details: expect.objectContaining({ limit: 32 }) }),
    );
  });

  it('may begin anew with `cause: false`', () => {
    const bus = createBus({ source: 'left', hub: createHub({ limits: { hops: 1 } }) });
    const cause = bus.emit(ball.ponged, 1, { cause: bus.emit(ball.pinged, 0) });
    expect(() => bus.emit(ball.pinged, 2, { cause })).toThrow(expect.objectContaining({ code: 'too-many-hops' }));
    expect(bus.emit(ball.pinged, 2, { cause: false }).hops).toBe(0);
  });
});
