import * as fc from 'fast-check';
import { type Callback, callbacks } from './callbacks.ts';
import { bagOf, fixed, type OptionBag } from './option-bag.ts';
import { asRubbish, oneOfRecipes, type Recipe, recipe, recipesOf } from './recipe.ts';
import { counts, lifetimes, milliseconds } from './scalars.ts';
import { values } from './values.ts';

/** The names that events of a trial have. */
export const eventNames = ['cart:noted', 'cart:changed', 'checkout:started'] as const;

const schemaThat = (text: string, validate: (given: unknown) => unknown): Recipe =>
  recipe(`schema that ${text}`, () => ({ '~standard': { version: 1, vendor: 'fuzz', validate } }));

const honest = fc.constantFrom(
  schemaThat('takes anything', (value) => ({ value })),
  schemaThat('takes anything', (value) => ({ value })),
  schemaThat('takes texts', (value) => (typeof value === 'string' ? { value } : { issues: [{ message: 'no text' }] })),
  schemaThat('answers another value', (value) => ({ value: { value } })),
);

/** What a schema says that answers in the right shape, and in the wrong one. */
const answers = fc.oneof(
  values.map((value) => recipe(`{ value: ${value.text} }`, (world) => ({ value: value.make(world) }))),
  values.map((value) => recipe(`{ issues: ${value.text} }`, (world) => ({ issues: value.make(world) }))),
  values.map((value) =>
    recipe(`{ issues: [{ message, path: [${value.text}] }] }`, (world) => ({
      issues: [{ message: 'odd path', path: [value.make(world)] }],
    })),
  ),
);

const dishonest: fc.Arbitrary<Recipe> = fc
  .oneof(
    callbacks,
    answers.map((answer) => recipe<Callback>(`answers ${answer.text}`, (world) => () => answer.make(world))),
  )
  .map(({ text, make }) =>
    recipe(`schema whose validate ${text}`, (world) => ({
      '~standard': { version: 1, vendor: 'fuzz', validate: make(world) },
    })),
  );

const silent = oneOfRecipes({
  'schema that cannot be read': ({ throws }) => ({
    get '~standard'() {
      return throws(new Error('no standard'));
    },
  }),
  'schema whose JSON Schema cannot be told': ({ throws }) => ({
    '~standard': { version: 1, vendor: 'fuzz', validate: (value: unknown) => ({ value }), jsonSchema: { input: throws } },
  }),
  'schema that is none': () => ({}),
});

const schemas = fc.oneof(
  { weight: 8, arbitrary: honest },
  { weight: 2, arbitrary: dishonest },
  { weight: 1, arbitrary: asRubbish(silent) },
);

const casts = callbacks.map(({ text, make }) => recipe<unknown>(`{ 1: ${text} }`, (world) => ({ 1: make(world) })));
const retain = fc.oneof(
  recipesOf(fc.constantFrom<unknown>('latest', 2)),
  bagOf({ last: counts, by: callbacks }, [
    fixed('last', '1', () => 1),
    fixed('by', 'typeof', () => (data: unknown) => typeof data),
  ]),
);

/** What `defineEvent` is given. */
export const definitions: fc.Arbitrary<OptionBag> = schemas.chain((schema) =>
  bagOf(
    {
      version: recipesOf(fc.constantFrom(1, 2, 3)),
      schema: fc.constant(schema),
      upcast: casts,
      downcast: casts,
      retain,
      ttl: lifetimes,
      dom: recipesOf(fc.constantFrom('both', 'out', 'off')),
      tags: recipesOf(fc.constantFrom(['pii'], [])),
      fingerprint: recipesOf(fc.constantFrom('one', 'other')),
      rate: bagOf({ limit: counts, per: milliseconds, burst: counts }),
    },
    [fixed('version', '1', () => 1), { key: 'schema', value: schema, reading: undefined }],
  ),
);
