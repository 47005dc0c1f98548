import type { Gauge } from '../fixtures/leak-gauge.ts';
import { slope } from './slope.ts';
import type { Rest } from './world.ts';

/** The page at one rest; `minute` since the load began. */
export interface Sample extends Gauge, Rest {
  readonly minute: number;
}

/** How much the heap may rise in a minute, in bytes: what 200,000 events in that minute leave behind must be less. */
export const heapBound = 50_000;

/** The share of the samples that is left out at the beginning, while caches, code and bounded lists fill up. */
const warmUp = 0.2;

/** What does not hold, one line each; none if everything is flat and adds up. */
export function complaints(samples: readonly Sample[]): string[] {
  const counted = samples.slice(Math.ceil(samples.length * warmUp));
  const rise = heapRise(samples);
  return [
    ...(rise <= heapBound ? [] : [`The heap rises by ${Math.round(rise)} bytes a minute, more than ${heapBound}.`]),
    ...(['listeners', 'nodes', 'subscriptions'] as const).flatMap((what) => grown(what, counted)),
    ...samples.flatMap(({ minute, differences }) =>
      differences.map((difference) => `After ${minute.toFixed(1)} minutes, ${difference}.`),
    ),
  ];
}

/** By how many bytes a minute the heap rises once it is warm. */
export function heapRise(samples: readonly Sample[]): number {
  return slope(samples.slice(Math.ceil(samples.length * warmUp)).map(({ minute, heap }) => [minute, heap]));
}

function grown(what: 'listeners' | 'nodes' | 'subscriptions', counted: readonly Sample[]): string[] {
  const [first, last] = [counted[0]![what], counted.at(-1)![what]];
  return last <= first ? [] : [`The page has ${last} ${what}, and had ${first}.`];
}
