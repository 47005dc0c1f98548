import { type BusEvent, defineEvent } from '@busbar/core';
import type { TestBus } from '@busbar/testing';
import * as z from 'zod';
import { type SagaEvent, sagaEvents } from '../state/saga-events.ts';
import { memorySagaStore, type SagaStore } from '../store/saga-store.ts';

/** What starts the sagas of these tests. */
export const submitted = defineEvent('checkout:orderSubmitted', {
  version: 1,
  schema: z.object({ number: z.string(), total: z.number() }),
});

export const order = { number: 'A-17', total: 30 };

/** A step as these tests count it: what it did, and with which key. */
export interface Deed {
  readonly what: string;
  readonly key: string;
}

/** The saga's events on a bus in order, in a few words each. */
export function storyOn(bus: TestBus): string[] {
  const events = Object.values(sagaEvents).flatMap((contract): readonly BusEvent[] => bus.emitted(contract));
  return events.sort((one, other) => one.sequence - other.sequence).map((event) => inWords(event as unknown as SagaEvent));
}

/** An event in a few words: `stepFailed pay`. */
export function inWords({ type, data }: SagaEvent): string {
  const words = [type.slice('saga:'.length), ...('step' in data ? [data.step] : [])];
  return words.join(' ');
}

/** A store that has some events already, and shows what it has. */
export function storeWith(kept: readonly SagaEvent[] = []): SagaStore & { readonly events: readonly SagaEvent[] } {
  const events = [...kept];
  const memory = memorySagaStore();
  for (const event of kept) memory.append(event);
  return {
    ...memory,
    events,
    append(event) {
      events.push(event);
      memory.append(event);
    },
  };
}
