import { describe, expect, it } from 'vitest';
import { complaints, heapBound, type Sample } from './verdict.ts';

const still: Sample = {
  minute: 0,
  heap: 5_000_000,
  nodes: 20,
  listeners: 10,
  subscriptions: 100,
  emitted: 0,
  delivered: 0,
  deadLetters: 0,
  waiting: 0,
  mostWaiting: 0,
  letters: 0,
  errors: 0,
  audited: 200,
  differences: [],
};

/** Ten samples, a minute apart, each of which differs from the still page as told. */
function samples(differently: (minute: number) => Partial<Sample>): Sample[] {
  return Array.from({ length: 10 }, (_, minute) => ({ ...still, minute, ...differently(minute) }));
}

describe('the verdict on a soak', () => {
  it('is good where nothing changes', () => {
    expect(complaints(samples(() => ({})))).toEqual([]);
  });

  it('is good where the heap grows while the page gets warm, and stays', () => {
    expect(complaints(samples((minute) => ({ heap: minute < 2 ? 1_000_000 : 5_000_000 })))).toEqual([]);
  });

  it('is bad where the heap goes on growing past the bound', () => {
    const growing = samples((minute) => ({ heap: still.heap + 2 * heapBound * minute }));
    expect(complaints(growing)).toEqual([`The heap rises by ${2 * heapBound} bytes a minute, more than ${heapBound}.`]);
  });

  it.each(['nodes', 'listeners', 'subscriptions'] as const)('is bad where %s are left over', (what) => {
    const growing = samples((minute) => ({ [what]: still[what] + minute }));
    expect(complaints(growing)).toEqual([expect.stringContaining(what)]);
  });

  it('is bad where the figures of a subscription do not add up, however early', () => {
    const differing = samples((minute) => ({ differences: minute === 0 ? ['reader: offered 3, but …'] : [] }));
    expect(complaints(differing)).toEqual([expect.stringContaining('reader: offered 3')]);
  });
});
