import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvent } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });
const outcomes = ['resolves', 'rejects'] as const;

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
}

/** How many events the only subscription accounts for: what became of them, and those on their way. */
function accountedFor(bus: Bus): number {
  const { delivered, dead, declined, queueDepth, running } = bus.metrics().subscriptions[0]!;
  return delivered + dead + declined + queueDepth + running;
}

async function microtasks(many: number): Promise<void> {
  for (let task = 0; task < many; task++) await undefined;
}

describe.each(outcomes)('an event whose handler %s', (outcome) => {
  const handler = async (): Promise<void> => {
    if (outcome === 'rejects') throw new Error('no');
  };

  it('is counted once at any moment', async () => {
    const bus = newBus();
    bus.on(pinged, handler);
    bus.emit(pinged, 1);
    const counted: number[] = [];
    for (let task = 0; task < 20; task++) {
      counted.push(accountedFor(bus));
      await undefined;
    }
    expect(counted).toEqual(counted.map(() => 1));
  });

  it('is not declined any more where `overlap: "switch"` goes on to a newer one right after it', async () => {
    for (let moment = 0; moment < 20; moment++) {
      const bus = newBus();
      bus.on(pinged, handler, { overlap: 'switch', delivery: 'sync' });
      bus.emit(pinged, 1);
      await microtasks(moment);
      bus.emit(pinged, 2);
      await nextTask();
      expect(accountedFor(bus)).toBe(2);
    }
  });
});
