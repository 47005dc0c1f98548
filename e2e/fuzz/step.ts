import * as fc from 'fast-check';
import type { OptionBag } from './option-bag.ts';
import { type Recipe, recipe } from './recipe.ts';
import type { Trial } from './trial.ts';

/** Something that somebody does with the bus. */
export interface Step {
  readonly text: string;
  readonly given: readonly Recipe[];
  run(trial: Trial): unknown;
}

/** A step that calls something with what these recipes make. */
export function step(name: string, given: readonly Recipe[], run: (trial: Trial, ...made: unknown[]) => unknown): Step {
  const text = `${name}(${given.map((each) => each.text).join(', ')})`;
  return {
    text,
    given,
    run(trial) {
      trial.isSpoilt ||= given.some(({ isRubbish }) => isRubbish);
      return run(trial, ...given.map(({ make }) => make(trial)));
    },
    [fc.toStringMethod]: () => text,
  } as Step;
}

/** No options at all, as most callers have it. */
export const nothing: OptionBag = { ...recipe('undefined', () => undefined), fields: [] };
