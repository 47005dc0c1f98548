import type { TypeName } from '../../json-schema/schema-node.ts';

/** Types of values as bits. `integer` is no type of its own here: it is a number that is a multiple of one. */
export const typeBits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;

/** Every value that JSON has. */
export const jsonTypes = 63;

/** What a schema library has beside JSON, such as dates: a kind of its own about which nothing is known. */
export const beyondJson = 64;

/** Whatever there is. */
export const allTypes = jsonTypes | beyondJson;

/** `null` and booleans: the types whose values can be listed. */
export const listedTypes = typeBits.null | typeBits.boolean;

export function maskOf(types: readonly TypeName[]): number {
  return types.reduce((mask, type) => mask | typeBits[type === 'integer' ? 'number' : type], 0);
}

export function typeOf(value: unknown): number {
  if (value === null) return typeBits.null;
  if (Array.isArray(value)) return typeBits.array;
  return typeBits[typeof value as keyof typeof typeBits] ?? beyondJson;
}

/** The bits of a mask, one by one. */
export function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let bit = 1; bit <= beyondJson; bit <<= 1) if (mask & bit) bits.push(bit);
  return bits;
}

export function isSingle(mask: number): boolean {
  return (mask & (mask - 1)) === 0;
}

/** Names for people: `number or null`. */
export function namesOf(mask: number): string {
  const names = Object.entries(typeBits).filter(([, bit]) => mask & bit);
  return names.map(([name]) => name).join(' or ') || 'nothing';
}
