import { isObject } from '../schema/is-object.ts';
import { resolvePointer } from '../schema/resolve-pointer.ts';
import { sampleNumber } from './sample-number.ts';
import { together } from './together.ts';

const deepest = 6;
const formats: Record<string, string> = {
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
  uuid: '6f1c1f1e-5d0c-4f5e-9d3b-0d6f3f0c1a2b',
};

/** Something of the shape of a schema, to show where an event has no example. It need not be valid in every respect. */
export function samplePayload(schema: unknown, document: unknown = schema, depth = 0): unknown {
  if (!isObject(schema) || depth > deepest) return {};
  if (typeof schema['$ref'] === 'string') return samplePayload(resolvePointer(document, schema['$ref']), document, depth + 1);
  const named = ['const', 'default'].find((keyword) => Object.hasOwn(schema, keyword));
  if (named) return schema[named];
  const [choice] = listOf(schema['enum']);
  if (choice !== undefined) return choice;
  const { allOf, ...own } = schema;
  const parts = listOf(allOf);
  if (parts.length > 0) return mergedSample([own, ...parts], document, depth);
  const [branch] = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  if (branch !== undefined && !schema['properties']) return samplePayload(branch, document, depth + 1);
  return byType(schema, document, depth);
}

function mergedSample(parts: readonly unknown[], document: unknown, depth: number): unknown {
  return parts.map((part) => samplePayload(part, document, depth + 1)).reduce(together);
}

function byType(schema: Record<string, unknown>, document: unknown, depth: number): unknown {
  const { type, format, items, prefixItems } = schema;
  const [first] = Array.isArray(type) ? type : [type];
  if (first === 'array') {
    const places = listOf(prefixItems);
    return (places.length > 0 ? places : [items]).filter(isObject).map((item) => samplePayload(item, document, depth + 1));
  }
  if (first === 'string') return typeof format === 'string' && Object.hasOwn(formats, format) ? formats[format] : '…';
  if (first === 'number' || first === 'integer') return sampleNumber(schema, first === 'integer');
  if (first === 'boolean') return true;
  return first === 'null' ? null : requiredFields(schema, document, depth);
}

function requiredFields({ properties, required }: Record<string, unknown>, document: unknown, depth: number): object {
  const fields = isObject(properties) ? properties : {};
  const names = listOf(required).filter((name): name is string => typeof name === 'string' && Object.hasOwn(fields, name));
  return Object.fromEntries(names.map((name) => [name, samplePayload(fields[name], document, depth + 1)]));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
