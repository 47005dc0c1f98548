import * as fc from 'fast-check';
import { type Callback, callbacks } from './callbacks.ts';
import { bagOf, fixed, type OptionBag } from './option-bag.ts';
import { oneOfRecipes, recipe } from './recipe.ts';
import { values } from './values.ts';

const loading = fc.oneof(
  oneOfRecipes<Callback>({
    'answers nothing to load': () => () => [],
    'answers letters of an earlier page':
      ({ letters }) =>
      async () =>
        letters.map((letter, nth) => ({ ...letter, id: `before-${nth}`, error: 'stored' })),
  }),
  callbacks,
  fc
    .array(values, { maxLength: 2 })
    .map((list) =>
      recipe<Callback>(`answers [${list.map(({ text }) => text)}]`, (world) => () => list.map(({ make }) => make(world))),
    ),
);

/** Stores for dead letters, most of which fail. */
export const stores: fc.Arbitrary<OptionBag> = bagOf({ load: loading, put: callbacks, delete: callbacks }, [
  fixed('load', 'answers nothing', () => () => []),
  fixed('put', 'puts', () => () => {}),
  fixed('delete', 'deletes', () => () => {}),
]);
