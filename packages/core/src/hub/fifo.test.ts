import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fifo } from './fifo.ts';

describe('first in, first out', () => {
  const action = fc.constantFrom('push', 'push', 'shift', 'pop', 'keep') satisfies fc.Arbitrary<string>;

  it('holds what an array would hold, whatever is done in which order', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const fifo = new Fifo<number>();
        let array: number[] = [];
        for (const [index, action] of actions.entries()) {
          if (action === 'push') [fifo.push(index), array.push(index)];
          if (action === 'shift') expect(fifo.shift()).toBe(array.shift());
          if (action === 'pop') [fifo.pop(), array.pop()];
          if (action === 'keep') {
            fifo.keep((item) => item % 3 > 0);
            array = array.filter((item) => item % 3 > 0);
          }
          expect([[...fifo], fifo.length, fifo.first, fifo.last]).toEqual([array, array.length, array[0], array.at(-1)]);
        }
      }),
    );
  });

  it('keeps its order beyond the lengths at which it lets go of what was taken', () => {
    const fifo = new Fifo<number>();
    let taken = 0;
    for (let item = 0; item < 10_000; item++) {
      fifo.push(item);
      if (item % 3 > 0) expect(fifo.shift()).toBe(taken++);
    }
    while (fifo.length > 0) expect(fifo.shift()).toBe(taken++);
    expect(taken).toBe(10_000);
    expect(fifo.shift()).toBeUndefined();
  });
});
