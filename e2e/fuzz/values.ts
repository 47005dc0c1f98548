import * as fc from 'fast-check';
import { exotics, giants } from './exotics.ts';
import { fieldOf, objectOf, readings } from './fields.ts';
import { listOf, type Recipe, recipe } from './recipe.ts';
import { scalars, texts } from './scalars.ts';

const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'] as const;
const prototypes = fc.constantFrom<object | null>(Object.prototype, Object.prototype, null, { inherited: 1 }, Array.prototype);

const { value } = fc.letrec<{ value: Recipe; object: Recipe; list: Recipe; proxy: Recipe }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 6, arbitrary: scalars },
    { weight: 3, arbitrary: exotics },
    { weight: 4, arbitrary: tie('object') },
    { weight: 3, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('proxy') },
  ),
  object: fc
    .tuple(fc.array(fieldOf(texts, tie('value'), 8), { maxLength: 4 }), prototypes)
    .map(([fields, prototype]) => objectOf(fields, prototype)),
  list: fc.array(tie('value'), { maxLength: 4 }).map(listOf),
  proxy: fc.tuple(fc.oneof(tie('object'), tie('list')), fc.constantFrom(...traps), readings).map(([target, trap, reading]) =>
    recipe<unknown>(`proxy of ${target.text} whose ${trap} ${reading.text}`, (world) => {
      const answer = reading.make(world);
      const honest = Reflect[trap] as (...given: unknown[]) => unknown;
      return new Proxy(target.make(world) as object, { [trap]: (...given: unknown[]) => answer(honest(...given)) });
    }),
  ),
}));

/** Anything at all. */
export const values: fc.Arbitrary<Recipe> = value;

/** What a well-meaning emitter might emit. */
const plain: fc.Arbitrary<Recipe> = fc
  .jsonValue({ maxDepth: 3, depthSize: 'small' })
  .map((json) => recipe(JSON.stringify(json), () => JSON.parse(JSON.stringify(json))));

/** What is emitted: good data, and anything at all. */
export const payloads: fc.Arbitrary<Recipe> = fc
  .oneof({ weight: 60, arbitrary: plain }, { weight: 60, arbitrary: values }, { weight: 1, arbitrary: giants })
  .map((payload) => ({ ...payload, kind: 'payload' }));
