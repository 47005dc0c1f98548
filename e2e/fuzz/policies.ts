import * as fc from 'fast-check';
import { type Callback, callbacks } from './callbacks.ts';
import { oneOfRecipes, type Recipe, recipe } from './recipe.ts';

type Run = (context: unknown) => unknown;

const known = oneOfRecipes({
  'a policy that lets run': () => ({ execute: async (run: Run, signal: AbortSignal) => run({ signal }) }),
  'a policy that answers at once': () => ({ execute: (run: Run, signal: AbortSignal) => run({ signal }) }),
  'a policy that refuses': ({ throws }) => ({ execute: async () => throws(new Error('open')) }),
  'a policy that throws': ({ throws }) => ({ execute: () => throws(new Error('open')) }),
  'a policy that never runs': () => ({ execute: async () => {} }),
  'a policy that runs twice': () => ({
    async execute(run: Run, signal: AbortSignal) {
      await run({ signal });
      return run({ signal });
    },
  }),
  'a breaker that tells its state': ({ throws }) => ({
    state: 'open',
    execute: async () => throws(new Error('open')),
    watch(observer: (state: string) => void) {
      for (const state of ['open', 'half-open', 'closed', 'broken']) observer(state);
      return () => throws(new Error('watched no more'));
    },
  }),
  'a breaker that cannot be asked': ({ throws }) => ({
    get state() {
      return throws(new Error('no state'));
    },
    execute: async (run: Run, signal: AbortSignal) => run({ signal }),
    watch: () => throws(new Error('not watched')),
  }),
  'a policy that tells no signal': () => ({ execute: async (run: Run) => run(undefined) }),
});

/** Breakers, bulkheads, and what only has their shape. */
export const policies: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 5, arbitrary: known },
  {
    weight: 1,
    arbitrary: callbacks.map(({ text, make }) =>
      recipe<unknown>(`a policy whose execute is ${text}`, (world) => ({ execute: make(world) as Callback })),
    ),
  },
);
