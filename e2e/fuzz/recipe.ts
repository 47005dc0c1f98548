import * as fc from 'fast-check';
import type { World } from './world.ts';

/**
 * How to make a value: a text that can be printed whatever the value does to those who look at it, and a function that makes
 * it anew for each trial, so that a trial can be run again while its failure shrinks.
 */
export interface Recipe<Value = unknown> {
  readonly text: string;
  /** What it is counted as. */
  readonly kind?: 'payload' | 'option bag';
  /** Says that it is not what was asked for, which only the development build looks at before it is used. */
  readonly isRubbish?: boolean;
  make(world: World): Value;
}

/** A recipe that fast-check prints as its text. */
export function recipe<Value>(text: string, make: (world: World) => Value, isRubbish = false): Recipe<Value> {
  return { text, make, isRubbish, [fc.toStringMethod]: () => text } as Recipe<Value>;
}

/** Recipes that need nothing drawn at random. */
export function oneOfRecipes<Value = unknown>(
  makes: Readonly<Record<string, (world: World) => Value>>,
): fc.Arbitrary<Recipe<Value>> {
  return fc.constantFrom(...Object.entries(makes).map(([text, make]) => recipe(text, make)));
}

/** A list of what these recipes make. */
export function listOf(items: readonly Recipe[]): Recipe<unknown[]> {
  const text = `[${items.map((item) => item.text).join(', ')}]`;
  return recipe(
    text,
    (world) => items.map(({ make }) => make(world)),
    items.some(({ isRubbish }) => isRubbish),
  );
}

/** The same recipes, where they are out of place. */
export function asRubbish(recipes: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> {
  return recipes.map(({ text, make }) => recipe(text, make, true));
}

/** A recipe for each value that an arbitrary of harmless values gives. */
export function recipesOf<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Recipe<Value>> {
  return values.map((value) => recipe(fc.stringify(value), () => value));
}
