import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import { SchemaReferenceError } from '../../json-schema/schema-reference-error.ts';
import { canonicalText } from './intern.ts';

/** How subschemas and targets of references are written. `undefined` means that there is no text for them. */
export interface Spelling {
  part(schema: Schema): string | undefined;
  reference(target: Schema): string | undefined;
}

const notSaid = new Set(['raw', 'at', 'reference', 'additionalItems']);

/** What a schema says as text: schemas that say the same in the same keywords have the same. `undefined` where a part has no text. */
export function textOf(node: SchemaNode, spelling: Spelling): string | undefined {
  const words: string[] = [];
  const marker = node.raw['x-type'];
  if (typeof marker === 'string') words.push(`x-type=${marker}`);
  if (node.reference) {
    const word = wordOfReference(node.reference, spelling);
    if (word === undefined) return undefined;
    words.push(`$ref=${word}`);
  }
  for (const keyword of Object.keys(node)) {
    if (notSaid.has(keyword)) continue;
    const word = wordOf(keyword, node[keyword as keyof SchemaNode], spelling);
    if (word === undefined) return undefined;
    words.push(`${keyword}=${word}`);
  }
  return words.sort().join('\u0000');
}

/** A reference that leads nowhere is an error for whoever follows it, not here. */
function wordOfReference(reference: NonNullable<SchemaNode['reference']>, spelling: Spelling): string | undefined {
  try {
    return spelling.reference(reference.follow());
  } catch (error) {
    if (error instanceof SchemaReferenceError) return undefined;
    throw error;
  }
}

function wordOf(keyword: string, value: unknown, spelling: Spelling): string | undefined {
  switch (keyword) {
    case 'type':
    case 'required':
    case 'enum':
      return (value as unknown[]).map(canonicalText).sort().join();
    case 'const':
    case 'dependentRequired':
    case 'uniqueItems':
      return canonicalText(value);
    case 'properties':
    case 'patternProperties':
    case 'dependentSchemas':
      return wordOfMap(value as Readonly<Record<string, Schema>>, spelling);
    default:
      if (Array.isArray(value)) return allOrNone(value.map((part: Schema) => spelling.part(part)));
      return typeof value === 'object' || typeof value === 'boolean' ? spelling.part(value as Schema) : JSON.stringify(value);
  }
}

function wordOfMap(map: Readonly<Record<string, Schema>>, spelling: Spelling): string | undefined {
  const names = Object.keys(map).sort();
  return allOrNone(
    names.map((name) => {
      const word = spelling.part(map[name] as Schema);
      return word === undefined ? undefined : `${JSON.stringify(name)}:${word}`;
    }),
  );
}

function allOrNone(words: readonly (string | undefined)[]): string | undefined {
  return words.includes(undefined) ? undefined : words.join();
}
