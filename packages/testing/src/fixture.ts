import type { AnyEventContract, InputOf } from '@busbar/core';

/** A part of a payload, at any depth; lists as a whole. */
export type PartOf<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartOf<Value[Key]> }
    : Value;

/**
 * A payload to emit: the first of the contract's `examples`, with the given part in place of its own. Objects are merged,
 * lists and all else are taken as given.
 *
 * @throws Error where the contract has no examples.
 * @example
 * bus.emit(cart.itemAdded, fixture(cart.itemAdded, { quantity: 0 }));
 */
export function fixture<Contract extends AnyEventContract>(
  contract: Contract,
  part?: PartOf<InputOf<Contract>>,
): InputOf<Contract> {
  const [example] = fixtures(contract);
  return part === undefined ? example! : (merged(example, part) as InputOf<Contract>);
}

/**
 * Copies of all the contract's `examples`: payloads to emit.
 *
 * @throws Error where the contract has none.
 */
export function fixtures<Contract extends AnyEventContract>({ type, examples = [] }: Contract): InputOf<Contract>[] {
  if (examples.length > 0) return examples.map((example) => copyOf(example) as InputOf<Contract>);
  throw new Error(
    `The contract "${type}" has no examples to take a fixture from. Add \`examples: [ … ]\` to its definition, or make payloads of its schema with \`arbitraryOf\` of "@busbar/testing/arbitraries".`,
  );
}

/** A copy that tests may change; what is no plain data is the same. Jest's jsdom has no `structuredClone`. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

function merged(whole: unknown, part: unknown): unknown {
  if (!isPlain(whole) || !isPlain(part)) return part;
  const parts = Object.entries(part).map(([key, value]) => [key, merged(whole[key], value)]);
  return { ...whole, ...Object.fromEntries(parts) };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  const prototype: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  return prototype === Object.prototype || prototype === null;
}
