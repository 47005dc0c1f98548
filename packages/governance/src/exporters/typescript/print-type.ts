import { commentOn } from '../shape/comment-on.ts';
import type { Field, ObjectShape, Shape, TupleShape } from '../shape/shape.ts';
import type { UniqueNames } from '../unique-names.ts';
import { pascalCase } from '../words.ts';
import { docComment } from './doc-comment.ts';

/** What collects while the types of one file are printed. */
export interface TypePrinter {
  readonly names: UniqueNames;
  /** Places of the current payload that others are the same as. */
  readonly targets: ReadonlySet<string>;
  /** Their names, as soon as somebody asked for them. */
  readonly named: Map<string, string>;
  /** Declarations of these, in the order in which they were met. */
  readonly declarations: string[];
  /** Told of what a type cannot say. */
  note(place: string, message: string): void;
}

/** The type of a shape. A place that others are the same as is declared under a name of its own. */
export function printType(shape: Shape, printer: TypePrinter): string {
  if (shape.kind === 'recursion') return printer.named.get(shape.of) ?? 'unknown';
  if (!printer.targets.has(shape.place) || printer.named.has(shape.place)) return printInner(shape, printer);
  const name = printer.names.take(
    `${printer.named.get('')}${pascalCase(shape.place.replaceAll('*', 'item').replace(/~\d/g, ' '))}`,
  );
  printer.named.set(shape.place, name);
  const type = printInner(shape, printer);
  printer.declarations.push(`${docComment(commentOn(shape))}export type ${name} = ${type};`);
  return name;
}

function printInner(shape: Shape, printer: TypePrinter): string {
  switch (shape.kind) {
    case 'any':
      return 'unknown';
    case 'integer':
      return 'number';
    case 'literals':
      return unionOf(shape.values.map(literalType));
    case 'array':
      return `ReadonlyArray<${printType(shape.items, printer)}>`;
    case 'tuple':
      return tupleType(shape, printer);
    case 'object':
      return objectType(shape, printer);
    case 'union':
      return unionOf(shape.members.map((member) => printType(member, printer)));
    case 'recursion':
      return printType(shape, printer);
    default:
      return shape.kind;
  }
}

/** The type of one JSON value. */
export function literalType(value: unknown): string {
  if (Array.isArray(value)) return `readonly [${value.map(literalType).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `readonly ${JSON.stringify(name)}: ${literalType(inner)};`)
    .join(' ')} }`;
}

function tupleType({ items, required, rest }: TupleShape, printer: TypePrinter): string {
  const places = items.map((item, index) => (index < required ? printType(item, printer) : `(${printType(item, printer)})?`));
  return `readonly [${[...places, ...(rest ? [`...ReadonlyArray<${printType(rest, printer)}>`] : [])].join(', ')}]`;
}

function objectType(shape: ObjectShape, printer: TypePrinter): string {
  const fields = shape.fields.map((field) => ({ field, type: printType(field.shape, printer) }));
  const lines = fields.flatMap(({ field, type }) => fieldLines(field, type));
  const rest = restType(shape, fields, printer);
  const body = [...lines, ...(rest === undefined ? [] : [`readonly [name: string]: ${rest};`])];
  return body.length === 0 ? 'Readonly<Record<never, never>>' : `{\n${body.map(indented).join('\n')}\n}`;
}

function fieldLines({ name, required, shape, default: fallback }: Field, type: string): string[] {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return [`${docComment(commentOn(shape, fallback))}readonly ${key}${required ? '' : '?'}: ${type};`];
}

/** TypeScript wants every named field to fit what it says of the others. */
function restType(
  { rest, place }: ObjectShape,
  fields: readonly { field: Field; type: string }[],
  printer: TypePrinter,
): string | undefined {
  if (!rest || rest.kind === 'never') return undefined;
  const type = printType(rest, printer);
  if (fields.length === 0 || type === 'unknown') return type;
  printer.note(
    place,
    'TypeScript cannot keep fields without a name apart from those with one: their type is all types of the object.',
  );
  return unionOf([type, ...fields.map((one) => one.type), ...(fields.some(({ field }) => !field.required) ? ['undefined'] : [])]);
}

function unionOf(types: readonly string[]): string {
  return types.includes('unknown') ? 'unknown' : [...new Set(types)].join(' | ') || 'never';
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
