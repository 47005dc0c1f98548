import * as fc from 'fast-check';
import { oneOfRecipes, type Recipe, recipe } from './recipe.ts';
import { values } from './values.ts';
import type { World } from './world.ts';

/** A function that people hand in: a handler, a filter, a cast, a schema's check. */
export type Callback = (...given: unknown[]) => unknown;

function thenable(then: (resolve: Callback, reject: Callback) => void): unknown {
  return Object.defineProperty({}, 'then', { value: then });
}

const simple = oneOfRecipes<Callback>({
  'answers what it is given': () => (given) => given,
  'answers nothing': () => () => {},
  'answers true': () => () => true,
  'throws an error':
    ({ throws }) =>
    () =>
      throws(new Error('thrown')),
  'throws null':
    ({ throws }) =>
    () =>
      throws(null),
  'rejects with an error':
    ({ throws }) =>
    async () =>
      throws(new Error('rejected')),
  'rejects with undefined':
    ({ throws }) =>
    async () =>
      throws(undefined),
  'answers late': () => async (given) => given,
  'never settles': ({ hang }) => hang,
  'answers a thenable whose `then` throws':
    ({ throws }) =>
    () =>
      thenable(() => throws(new Error('then'))),
  'answers a thenable that settles twice': () => () =>
    thenable((resolve, reject) => {
      resolve(1);
      reject(2);
      resolve(3);
    }),
  'answers a thenable that never settles': () => () => thenable(() => {}),
  'answers an object whose `then` cannot be read':
    ({ throws }) =>
    () =>
      Object.defineProperty({}, 'then', { get: () => throws(new Error('no then')) }),
});

const answering = values.map((value) => recipe<Callback>(`answers ${value.text}`, (world) => () => value.make(world)));
const throwing = values.map((value) =>
  recipe<Callback>(`throws ${value.text}`, (world) => () => world.throws(value.make(world))),
);
const callingBack = fc.nat(9).map((how) =>
  recipe<Callback>(`meddles ${how}`, ({ meddle }) => (given) => {
    meddle(how);
    return given;
  }),
);
const abortable = fc.constant(
  recipe<Callback>('works until it is aborted', () => (_event, context) => {
    const { signal } = (context ?? {}) as { signal?: AbortSignal };
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  }),
);

const acts = fc.oneof(
  { weight: 6, arbitrary: simple },
  { weight: 2, arbitrary: answering },
  { weight: 1, arbitrary: throwing },
  { weight: 2, arbitrary: callingBack },
);

/** Functions that do one thing at the first call, another at the next, and so on in a circle. */
export const callbacks: fc.Arbitrary<Recipe<Callback>> = inTurn(acts);
/** What handlers do, those that look at their signal among them. */
export const handlers: fc.Arbitrary<Recipe<Callback>> = inTurn(
  fc.oneof({ weight: 9, arbitrary: acts }, { weight: 1, arbitrary: abortable }),
);

function inTurn(each: fc.Arbitrary<Recipe<Callback>>): fc.Arbitrary<Recipe<Callback>> {
  return fc.array(each, { minLength: 1, maxLength: 3 }).map((turns) =>
    recipe<Callback>(`fn(${turns.map(({ text }) => text).join('; then ')})`, (world: World) => {
      const made = turns.map((turn) => turn.make(world));
      let calls = 0;
      return (...given) => made[calls++ % made.length]!(...given);
    }),
  );
}
