import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { call, checks, type ZodPrinting } from './zod-printing.ts';

/** Zod for a list, or for one whose first items have types of their own. */
export function printArray(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string {
  const { prefixItems, items } = schema;
  if (!Array.isArray(prefixItems)) {
    const code = items === undefined ? 'z.unknown()' : printing.print(items as JsonSchema, `${path}/items`);
    return `${call('z.array', code)}${checks(schema, { minItems: 'min', maxItems: 'max' })}`;
  }
  const { minItems = 0, maxItems } = schema;
  if (Number(minItems) > prefixItems.length || (maxItems !== undefined && maxItems !== prefixItems.length))
    printing.note(path, 'Zod does not check how many items a tuple has.');
  const places = prefixItems.map((item: JsonSchema, index) => {
    const code = printing.print(item, `${path}/prefixItems/${index}`);
    return index < Number(minItems) ? code : `${code}.optional()`;
  });
  const isClosed = items === false || maxItems === prefixItems.length;
  const rest = isClosed ? '' : items === undefined ? 'z.unknown()' : printing.print(items as JsonSchema, `${path}/items`);
  return call('z.tuple', `[${places.join(', ')}]`, rest);
}
