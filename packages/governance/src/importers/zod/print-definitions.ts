import { atPointer } from '../../exporters/shape/schema-pointer.ts';
import type { UniqueNames } from '../../exporters/unique-names.ts';
import { pascalCase } from '../../exporters/words.ts';
import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { isLate, referencesIn } from './print-object.ts';
import { printZod } from './print-zod.ts';
import type { ZodPrinting } from './zod-printing.ts';

/** A contract's schema as code: constants for what is used by name, and the expression for the payload. */
export interface PrintedSchema {
  readonly constants: readonly string[];
  readonly expression: string;
}

/** What all schemas of one module share. */
export interface ModuleNames {
  readonly names: UniqueNames;
  /** Constants by their code: what several contracts define alike is there once. */
  readonly byCode: Map<string, string>;
}

/** @param name What the payload's constant is called, should it need one. */
export function printSchema(schema: JsonSchema, name: string, shared: ModuleNames, note: ZodPrinting['note']): PrintedSchema {
  const order = dependencyOrder(schema);
  const recursive = new Set(order.filter((reference) => reaches(schema, reference, reference)));
  const needed = order.filter((reference) => reference !== '#' || recursive.has('#'));
  const names = new Map<string, string>();
  const take = (reference: string) => shared.names.take(pascalCase(reference === '#' ? name : wordOf(reference)));
  for (const reference of recursive) names.set(reference, take(reference));
  const printing: ZodPrinting = { root: schema, names, recursive, note, print: (part, path) => printZod(part, path, printing) };
  const early: ZodPrinting = { ...printing, recursive: new Set(), print: (part, path) => printZod(part, path, early) };
  const constants = needed.flatMap((reference) => {
    if (recursive.has(reference)) return [declare(reference, printing)];
    const code = early.print(atPointer(schema, reference)!, reference);
    const known = shared.byCode.get(code);
    const own = known ?? take(reference);
    names.set(reference, own);
    shared.byCode.set(code, own);
    return known === undefined ? [`const ${own} = ${code};`] : [];
  });
  return { constants, expression: names.get('#') ?? early.print(schema, '#') };
}

/** The compiler finds the type of something recursive where each way back leads through the field of an object. */
function declare(reference: string, printing: ZodPrinting): string {
  const schema = atPointer(printing.root, reference)!;
  const name = printing.names.get(reference)!;
  const code = printing.print(schema, reference);
  if (isTyped(schema, printing)) return `const ${name} = ${code};`;
  printing.note(reference, 'The compiler cannot find out the type of this recursion: it is unknown to it, not to Zod.');
  return `const ${name}: z.ZodType<unknown> = z.lazy(() => ${code});`;
}

function isTyped(schema: JsonSchema, printing: ZodPrinting): boolean {
  if (!isPlainObject(schema) || schema['type'] !== 'object' || !isPlainObject(schema['properties'])) return false;
  const { properties: _, $defs: __, ...others } = schema;
  return !isLate(others, printing);
}

/** Every reference that the payload needs, what others need before them. */
function dependencyOrder(root: JsonSchema): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (reference: string): void => {
    const schema = atPointer(root, reference);
    if (seen.has(reference) || schema === undefined) return;
    seen.add(reference);
    for (const inner of referencesIn(schema)) visit(inner);
    order.push(reference);
  };
  visit('#');
  return order;
}

/** Whether a way leads from one definition to another. */
function reaches(root: JsonSchema, from: string, to: string, seen = new Set<string>()): boolean {
  return referencesIn(atPointer(root, from)).some((reference) => {
    if (reference === to) return true;
    if (seen.has(reference)) return false;
    seen.add(reference);
    return reaches(root, reference, to, seen);
  });
}

function wordOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
