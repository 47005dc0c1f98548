import type { JsonSchemaObject } from '../json-schema/json-schema.ts';

/** What ArkType tells of a part that it cannot express: the part without it, and what it is. */
interface Inexpressible {
  readonly base: JsonSchemaObject;
  readonly domain?: string;
  readonly proto?: { readonly name: string };
  readonly unit?: unknown;
}

const isCode = ({ base }: Inexpressible): JsonSchemaObject => ({ ...base, 'x-unseen': true });

/** How ArkType is to write down what JSON Schema cannot say, by the kinds that it tells apart. */
export const arktypeFallback = {
  arrayObject: isCode,
  arrayPostfix: isCode,
  date: () => ({ 'x-type': 'date' }),
  domain: ({ domain }: Inexpressible) => ({ 'x-type': domain }),
  morph: isCode,
  patternIntersection: isCode,
  predicate: isCode,
  proto: ({ proto }: Inexpressible) => ({ 'x-type': proto?.name.toLowerCase() }),
  symbolKey: isCode,
  unit: ({ unit }: Inexpressible) => ({ 'x-type': unit === undefined ? 'undefined' : `literal ${String(unit)}` }),
};
