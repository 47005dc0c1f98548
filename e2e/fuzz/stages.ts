import { drop, reject } from '@busbar/core';
import * as fc from 'fast-check';
import { type Callback, callbacks } from './callbacks.ts';
import { bagOf, fixed } from './option-bag.ts';
import { listOf, oneOfRecipes, type Recipe, recipesOf } from './recipe.ts';

const publishing = ['authorize', 'validate', 'stamp', 'guard', 'throttle', 'retain', 'deliver', 'mirror'];
const receiving = ['match', 'cast', 'dedupe', 'expire', 'schedule'];

const endings = oneOfRecipes<Callback>({
  drops: () => () => drop('not wanted'),
  'rejects it':
    ({ own }) =>
    () =>
      reject(own(new Error('not allowed'))),
  'replaces the payload': () => (record) => void Object.assign(record as object, { data: Object.freeze({ replaced: true }) }),
  passes: () => () => undefined,
});

function stagesBeside(side: string, neighbours: readonly string[]): fc.Arbitrary<Recipe> {
  return fc
    .oneof({ weight: 2, arbitrary: endings }, { weight: 1, arbitrary: callbacks })
    .chain((run) =>
      bagOf({ before: recipesOf(fc.constantFrom(...neighbours)), after: recipesOf(fc.constantFrom(...neighbours)) }, [
        fixed('name', '"fuzz"', () => 'fuzz'),
        fixed('side', side, () => side),
        fixed('before', neighbours[1]!, () => neighbours[1]),
        fixed('run', run.text, run.make),
      ]),
    );
}

/** Stages of people's own, for `createBus({ stages })`. */
export const stages: fc.Arbitrary<Recipe> = fc
  .array(fc.oneof(stagesBeside('publish', publishing), stagesBeside('receive', receiving)), { minLength: 1, maxLength: 2 })
  .map(listOf);
