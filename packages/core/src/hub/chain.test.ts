import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Chain, type Link } from './chain.ts';

interface Item extends Link {
  readonly number: number;
}

const action = fc.oneof(fc.constant('add' as const), fc.constant('shift' as const), fc.nat({ max: 60 }));

it('holds what an array would hold, whatever is done in which order', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const chain = new Chain<Item>();
      const made: Item[] = [];
      let array: Item[] = [];
      for (const action of actions) {
        if (action === 'add') {
          const item = { number: made.length };
          made.push(item);
          array.push(item);
          chain.add(item);
        } else if (action === 'shift') {
          expect(chain.shift()?.number).toBe(array.shift()?.number);
        } else if (made[action]) {
          array = array.filter((item) => item !== made[action]);
          chain.delete(made[action]);
        }
        const numbers = [...chain].map(({ number }) => number);
        expect([numbers, chain.size, chain.oldest?.number]).toEqual([
          array.map(({ number }) => number),
          array.length,
          array[0]?.number,
        ]);
      }
    }),
  );
});

it('takes back what was taken out of it', () => {
  const chain = new Chain<Item>();
  const [one, other] = [{ number: 1 }, { number: 2 }];
  chain.add(one);
  chain.add(other);
  chain.delete(one);
  chain.add(one);
  expect([...chain].map(({ number }) => number)).toEqual([2, 1]);
});
