import fc, { type Arbitrary } from 'fast-check';
import { isImpossible, type Keywords, leadsDeeper, type Schema } from '../json-schema.ts';
import type { Translation } from './translation.ts';

/** Lists that a schema allows. */
export function anyList(schema: Keywords, translation: Translation, where: string): Arbitrary<unknown[]> {
  const prefix = ((schema['prefixItems'] as Schema[]) ?? []).map((item, index) => translation.anyPart(item, `${where}/${index}`));
  const others = anyItems(schema, prefix.length, translation, where);
  return fc.tuple(fc.tuple(...prefix), others).map(([first, rest]) => [...first, ...rest]);
}

/** What comes after the first so many, each of which has a schema of its own. */
function anyItems(schema: Keywords, first: number, { depth, anyPart }: Translation, where: string): Arbitrary<unknown[]> {
  const { items = true, minItems = 0, maxItems = Infinity, uniqueItems } = schema as Record<string, number>;
  if (isImpossible(items)) return fc.constant([]);
  const item = anyPart(items as unknown as Schema, `${where}/*`);
  const minLength = Math.max(0, minItems! - first);
  const { depthIdentifier } = depth;
  const limits = { minLength, depthIdentifier, ...(maxItems! < Infinity && { maxLength: Math.max(0, maxItems! - first) }) };
  const list = uniqueItems
    ? fc.uniqueArray(item, { ...limits, selector: (value) => JSON.stringify(value) })
    : fc.array(item, limits);
  // Lists alone know no end of going deeper.
  return leadsDeeper(items) && minLength === 0 ? fc.oneof(depth, fc.constant<unknown[]>([]), list) : list;
}
