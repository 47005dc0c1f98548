import type * as fc from 'fast-check';
import { hubLimits, identity } from './call-options.ts';
import { callbacks } from './callbacks.ts';
import { bagOf, fixed, type OptionBag } from './option-bag.ts';
import { oneOfRecipes } from './recipe.ts';
import { stages } from './stages.ts';

/** What `createBus` is given. */
export const busOptions: fc.Arbitrary<OptionBag> = bagOf(
  {
    ...identity,
    stages,
    onError: callbacks,
    limits: hubLimits,
    contracts: oneOfRecipes<unknown>({
      contracts: (world) => world.contracts,
      'contracts by name': ({ contracts }) => [{ first: contracts[0], last: contracts.at(-1) }],
    }),
  },
  [fixed('source', '"stranger"', () => 'stranger'), fixed('hub', 'hub', ({ hub }) => hub)],
);
