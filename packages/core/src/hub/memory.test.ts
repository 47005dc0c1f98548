import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from './memory.ts';

describe('a memory', () => {
  it('has the newest texts up to its bound, whatever is added and deleted', () => {
    const step = fc.tuple(fc.constantFrom('add', 'add', 'add', 'delete'), fc.integer({ min: 0, max: 12 }).map(String));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 1, max: 6 }), (steps, bound) => {
        const memory = new Memory();
        let expected: string[] = [];
        for (const [what, text] of steps) {
          if (what === 'add') memory.add(text, bound);
          else memory.delete(text);
          const others = expected.filter((other) => other !== text);
          if (what === 'delete') expected = others;
          else if (!expected.includes(text)) expected = [...expected, text].slice(-bound);
          expect(Array.from({ length: 13 }, (_, one) => memory.has(String(one)))).toEqual(
            Array.from({ length: 13 }, (_, one) => expected.includes(String(one))),
          );
          expect(memory.size).toBe(expected.length);
        }
      }),
    );
  });
});
