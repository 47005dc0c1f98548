import { type DeadLetterFilter, type DeadLetterStore, keepDeadLetters } from '@busbar/core';
import * as fc from 'fast-check';
import { callbacks } from './callbacks.ts';
import { bagOf } from './option-bag.ts';
import { asRubbish, type Recipe, recipe } from './recipe.ts';
import { type Step, step } from './step.ts';
import { stores } from './stores.ts';
import { values } from './values.ts';

const ids = fc.nat(3).map((nth) => recipe<unknown>(`letters[${nth}].id`, ({ letters }) => letters[nth]?.id ?? 'none'));
const all = fc.constant(recipe<unknown>('all', () => () => true));
const filters: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 3, arbitrary: ids },
  { weight: 3, arbitrary: all },
  { weight: 2, arbitrary: callbacks },
  { weight: 1, arbitrary: asRubbish(values) },
);

const redriving = fc
  .tuple(filters, bagOf({ edit: callbacks }))
  .map((given) =>
    step('redrive', given, ({ call, ledger, root }, filter, options) =>
      call('redrive', () =>
        ledger.during('redriven', () => root.deadLetters.redrive(filter as DeadLetterFilter, options as object)),
      ),
    ),
  );

const discarding = filters.map((filter) =>
  step('discard', [filter], ({ call, ledger, root }, made) =>
    call('discard', () => ledger.during('discarded', () => root.deadLetters.discard(made as DeadLetterFilter))),
  ),
);

const listing = filters.map((filter) =>
  step('list', [filter], ({ call, root }, made) => call('list', () => root.deadLetters.list(made as DeadLetterFilter))),
);

const observing = fc
  .oneof(callbacks, asRubbish(values))
  .map((observer: Recipe) =>
    step('deadLetters.subscribe', [observer], ({ call, root, stops }, made) =>
      call('deadLetters.subscribe', () => stops.push(root.deadLetters.subscribe(made as () => void))),
    ),
  );

const keeping = stores.map((store) =>
  step('keepDeadLetters', [store], ({ call, root, stops }, made) =>
    call('keepDeadLetters', () => stops.push(keepDeadLetters(root, made as DeadLetterStore))),
  ),
);

/** What people do with dead letters. */
export const letterSteps: fc.Arbitrary<Step> = fc.oneof(redriving, discarding, listing, observing, keeping);
