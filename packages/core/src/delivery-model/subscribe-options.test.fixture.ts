import type { SubscribeOptions } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import type { Payload } from './page-contracts.test.fixture.ts';
import type { Plan } from './program.test.fixture.ts';

/** What a plan says, as `on` takes it. */
export function optionsOf({
  where,
  retry,
  delivery,
  priority,
  overlap,
  replay,
  timeout,
  dedupe,
  maxQueue,
  overflow,
}: Plan): SubscribeOptions {
  const options = { delivery, priority, overlap, replay, timeout, dedupe, maxQueue, overflow };
  return {
    ...options,
    where: where && ((event: BusEvent) => isWanted(event, where)),
    retry: typeof retry === 'object' ? { ...retry, when: retry.when && wouldRetry[retry.when] } : retry,
  } satisfies SubscribeOptions;
}

function isWanted({ data }: BusEvent, where: NonNullable<Plan['where']>): boolean {
  const { key } = data as Payload;
  if (where === 'throws for c' && key === 'c') throw new Error('It cannot be told.');
  return where !== 'not b' || key !== 'b';
}

const wouldRetry = {
  once: (_error: unknown, tried: number) => tried < 2,
  throws: (): boolean => {
    throw new Error('It cannot be told.');
  },
};
