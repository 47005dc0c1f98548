import * as fc from 'fast-check';
import { eventNames } from './contracts.ts';
import { bagOf, fixed } from './option-bag.ts';
import { type Recipe, recipe, recipesOf } from './recipe.ts';
import { oddNumbers, texts } from './scalars.ts';
import { payloads, values } from './values.ts';

const words = recipesOf(texts);
const numbers = recipesOf(fc.oneof(fc.nat(3), oddNumbers));

/** What looks like an event that another context has emitted. */
const envelopes = bagOf(
  {
    id: recipesOf(fc.constantFrom('far-1', 'far-2', '__proto__', '')),
    source: words,
    type: recipesOf(fc.constantFrom<string>(...eventNames, 'busbar:lagging', 'nobody:knew')),
    time: numbers,
    dataversion: recipesOf(fc.oneof(fc.constantFrom<unknown>(1, 2, 3, '1', 2 ** 53 - 1), oddNumbers)),
    data: payloads,
    subject: words,
    hops: numbers,
    causationid: words,
    expirytime: numbers,
    idempotencykey: words,
  },
  [
    fixed('id', '"far-3"', () => 'far-3'),
    fixed('source', '"far"', () => 'far'),
    fixed('type', '"cart:noted"', () => 'cart:noted'),
    fixed('time', '1', () => 1),
    fixed('sequence', '1', () => 1),
    fixed('dataversion', '1', () => 1),
    fixed('hops', '0', () => 0),
  ],
);

const returning = fc.constant(recipe<unknown>('the newest event', ({ events }) => events.at(-1)));

/** What a bridge brings: nobody's code, so none of it is rubbish that only development looks at. */
export const foreignEvents: fc.Arbitrary<Recipe> = fc
  .oneof({ weight: 6, arbitrary: envelopes }, { weight: 2, arbitrary: values }, { weight: 1, arbitrary: returning })
  .map(({ text, make }) => ({ ...recipe(text, make), kind: 'payload' }));
