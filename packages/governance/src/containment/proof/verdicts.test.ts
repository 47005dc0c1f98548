import { describe, expect, it } from 'vitest';
import { Verdicts } from './verdicts.ts';

/** Asks questions that lead to others: the answer is yes where all of them are answered by yes. */
function ask(graph: Readonly<Record<string, readonly string[] | false>>, first: string): { yes: boolean; asked: number } {
  const verdicts = new Verdicts();
  let asked = 0;
  const decide = (question: string): boolean =>
    verdicts.decide(question, () => {
      asked++;
      const others = graph[question];
      return others === undefined || (others !== false && others.map(decide).every(Boolean));
    });
  return { yes: decide(first), asked };
}

/** `0` leads to `1`, which leads to `2`, and so on. */
function chain(length: number, last: readonly string[] | false): Record<string, readonly string[] | false> {
  return { ...Object.fromEntries(Array.from({ length }, (_, i) => [String(i), [String(i + 1)]])), [length]: last };
}

describe('A question that leads back to itself', () => {
  it('is answered by yes where nothing speaks against it', () => {
    expect(ask({ a: ['b'], b: ['a'] }, 'a').yes).toBe(true);
  });

  it('is answered by no where something does, also what had counted on it', () => {
    expect(ask({ a: ['b', 'c'], b: ['a'], c: ['b', 'no'], no: false }, 'a').yes).toBe(false);
    expect(ask({ top: ['a', 'b'], a: ['b', 'no'], b: ['a'], no: false }, 'top').yes).toBe(false);
  });

  it('is asked once', () => {
    const graph = { a: ['b', 'c'], b: ['c', 'a'], c: ['a', 'b'] };
    expect(ask(graph, 'a')).toEqual({ yes: true, asked: 3 });
  });
});

describe('A yes that counted on an open question', () => {
  it('does not outlive it', () => {
    const verdicts = new Verdicts();
    const b = () => verdicts.decide('b', () => verdicts.decide('a', () => true));
    expect(verdicts.decide('a', () => b() && false)).toBe(false);
    expect(b()).toBe(false);
  });
});

describe('Questions that lead far down', () => {
  it('are put off, and answered none the less', () => {
    expect(ask(chain(20_000, []), '0').yes).toBe(true);
    expect(ask(chain(2_000, ['0']), '0').yes).toBe(true);
    expect(ask(chain(2_000, false), '0').yes).toBe(false);
  });
});
