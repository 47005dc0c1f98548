import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import type { Formula, SchemaFormula } from './formula.ts';
import { FALSE, schemaFormula, TRUE } from './intern.ts';
import { type Spelling, textOf } from './schema-text.ts';

/** Formulas are kept with their nodes: a weak map of so many nodes costs more than all the rest. */
const own = Symbol('formula');
const asTarget = Symbol('formula as a target of references');
type Remembered = SchemaNode & { [own]?: SchemaFormula; [asTarget]?: SchemaFormula };

/** References are followed into no more than so many schemas to see whether two recursive schemas are the same. */
const closureLimit = 60;

/** What a schema says. Schemas that say the same in the same words are one formula, in whatever documents they stand. */
export function formulaOf(schema: Schema): Formula {
  if (typeof schema === 'boolean') return schema ? TRUE : FALSE;
  const node: Remembered = schema;
  node[own] ??= schemaFormula(schema, textOf(schema, byNumber));
  return node[own];
}

/** Subschemas by the numbers of their formulas. */
const byNumber: Spelling = {
  part: (part) => idOf(formulaOf(part)),
  reference: (target) => idOf(formulaOfTarget(target)),
};

/** What the target of a reference says. It may lead back to itself, so it is told by everything that can be reached from it. */
export function formulaOfTarget(schema: Schema): Formula {
  if (typeof schema === 'boolean') return schema ? TRUE : FALSE;
  const node: Remembered = schema;
  node[asTarget] ??= schemaFormula(schema, closureOf(schema));
  return node[asTarget];
}

function idOf(formula: Formula): string | undefined {
  return formula.op === 'schema' && !formula.isPortable ? undefined : String(formula.id);
}

/** The texts of all schemas that references lead to from here, each reference by the number of its target. */
function closureOf(start: SchemaNode): string | undefined {
  const places = new Map<Schema, number>([[start, 0]]);
  const texts: string[] = [];
  let visited = 0;
  for (const schema of places.keys()) {
    const text = nested(schema);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `closure ${texts.join('\u0001')}`;

  function nested(schema: Schema): string | undefined {
    if (typeof schema === 'boolean') return String(schema);
    if (++visited > closureLimit) return undefined;
    const text = textOf(schema, { part: nested, reference: numberOf });
    return text === undefined ? undefined : `{${text}}`;
  }

  function numberOf(target: Schema): string {
    const place = places.get(target) ?? places.size;
    places.set(target, place);
    return `@${place}`;
  }
}
