import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEventName, isValidPattern, matchesPattern } from './event-name.ts';

const segment = fc.stringMatching(/^[a-c][a-c.-]{0,2}$/);
const eventName = fc.array(segment, { minLength: 2, maxLength: 5 }).map((segments) => segments.join(':'));
const pattern = fc
  .tuple(fc.array(fc.oneof(segment, fc.constant('*')), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([segments, open]) => [...segments, ...(open ? ['**'] : [])].join(':'));

/** What a pattern means, segment by segment: slow and obvious. */
function modelMatches([wanted, ...others]: string[], [given, ...rest]: string[]): boolean {
  if (wanted === undefined || given === undefined) return wanted === given;
  if (wanted === '**') return true;
  return (wanted === '*' || wanted === given) && modelMatches(others, rest);
}

/** A text that counts how often somebody looks into it, or into what its methods answer. */
function counted(text: string): { readonly text: string; readonly steps: () => number } {
  let steps = 0;
  const count = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(inside, key) {
        steps++;
        const value: unknown = Reflect.get(inside, key, inside);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const answer: unknown = value.apply(inside, given);
          return typeof answer === 'object' && answer !== null ? count(answer) : answer;
        };
      },
    });
  return { text: count(Object(text)) as string, steps: () => steps };
}

function stepsToMatch(segments: number): number {
  const given = counted(Array(segments).fill('a').join(':'));
  const wanted = counted(
    `${Array(segments - 1)
      .fill('*')
      .join(':')}:b`,
  );
  expect(matchesPattern(wanted.text, given.text)).toBe(false);
  return given.steps() + wanted.steps();
}

describe('isEventName', () => {
  it.each(['cart:itemAdded', 'cart:item:added', 'team.cart:item-added', 'a:1', 'Cart_2:x'])('takes %s', (name) => {
    expect(isEventName(name)).toBe(true);
  });

  it.each([
    '',
    'cart',
    'cart:',
    ':itemAdded',
    'cart::itemAdded',
    '1cart:itemAdded',
    'cart:item added',
    'cart:itemAdded\n',
    'cart:*',
    'cart:-x',
    'каталог:x',
    undefined,
    null,
    42,
    { toString: () => 'cart:itemAdded' },
  ])('refuses %j', (name) => {
    expect(isEventName(name)).toBe(false);
  });

  it('answers for a hostile text of a million characters', () => {
    expect(isEventName(`${'a'.repeat(1_000_000)}!`)).toBe(false);
    expect(isEventName(`${'a:'.repeat(500_000)}!`)).toBe(false);
    expect(isValidPattern(`${'*:'.repeat(500_000)}!`)).toBe(false);
  });
});

describe('isValidPattern', () => {
  it.each(['*', '**', 'cart:*', 'cart:**', '*:itemAdded', 'cart:*:added', 'cart:*:**'])('takes %s', (text) => {
    expect(isValidPattern(text)).toBe(true);
  });

  it.each(['cart*', 'cart:item*', '**:itemAdded', 'cart:**:x', 'cart:***', ':*', 'cart::*', '*:', ''])('refuses %j', (text) => {
    expect(isValidPattern(text)).toBe(false);
  });

  it('takes every event name, as a pattern that only it fits', () => {
    fc.assert(
      fc.property(eventName, eventName, (name, other) => {
        expect(isValidPattern(name)).toBe(true);
        expect(matchesPattern(name, other)).toBe(name === other);
      }),
    );
  });
});

describe('matchesPattern', () => {
  it.each([
    ['cart:*', 'cart:itemAdded', true],
    ['cart:*', 'cart:item:added', false],
    ['cart:*', 'cartoon:itemAdded', false],
    ['cart:**', 'cart:item:added', true],
    ['cart:**', 'cart', false],
    ['**', 'cart:item:added', true],
    ['*', 'cart:itemAdded', false],
    ['*:itemAdded', 'cart:itemAdded', true],
    ['cart:*:added', 'cart:item:removed', false],
    ['cart.x:*', 'cart-x:y', false],
    ['busbar:*', 'busbar:lagging', true],
    ['busbar:**', 'busbar:lagging', true],
    ['*:lagging', 'busbar:lagging', false],
    ['*:*', 'busbar:lagging', false],
    ['**', 'busbar:lagging', false],
    ['**', 'busbars:laid', true],
  ])('for %s and %s answers %s', (wanted, given, expected) => {
    expect(matchesPattern(wanted, given)).toBe(expected);
  });

  it.each([
    ['cart*', 'cart'],
    ['cart**', 'cartel:leaked'],
    ['cart*:leaked', 'cartel:leaked'],
    ['c*t:itemAdded', 'cart:itemAdded'],
    ['cart:item*', 'cart:itemAdded'],
    ['cart:item**', 'cart:itemAdded'],
    ['cart:*Added', 'cart:itemAdded'],
    ['**:itemAdded', 'cart:itemAdded'],
    ['cart:**:x', 'cart:item:x'],
    ['cart:***', 'cart:itemAdded'],
    ['*cart:itemAdded', 'cart:itemAdded'],
    ['cart:*:', 'cart:itemAdded'],
    ['', 'cart:itemAdded'],
  ])('fits nothing with the malformed %s, as %s', (wanted, given) => {
    expect(isValidPattern(wanted)).toBe(false);
    expect(matchesPattern(wanted, given)).toBe(false);
  });

  it('fits nothing with any malformed pattern', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', ':', '*', '**', ':*'), { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, eventName, (wanted, given) => {
        expect(matchesPattern(wanted, given) && !isValidPattern(wanted)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agrees with a model that goes segment by segment', () => {
    fc.assert(
      fc.property(pattern, eventName, (wanted, given) => {
        expect(matchesPattern(wanted, given)).toBe(modelMatches(wanted.split(':'), given.split(':')));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes steps in proportion to the number of segments', () => {
    const [few, many] = [stepsToMatch(100), stepsToMatch(1_000)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few * 11);
  });
});
