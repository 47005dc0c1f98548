import { plainLiterals } from '../shape/plain-literals.ts';
import type { IntegerShape, LiteralsShape, Shape, StringShape } from '../shape/shape.ts';
import { UniqueNames } from '../unique-names.ts';
import { pascalCase, readableName, snakeCase } from '../words.ts';
import { type Lowering, nameAt, note, noteConstraints, noteOnce } from './lowering.ts';
import type { ProtoValue } from './proto-model.ts';

/** The type of a value that has nothing inside. */
export function scalarOf(shape: Shape, lowering: Lowering): ProtoValue {
  switch (shape.kind) {
    case 'boolean':
      return { kind: 'bool', shape };
    case 'number':
      return { kind: 'double', shape };
    case 'integer':
      return integerOf(shape, lowering);
    case 'string':
      return stringOf(shape, lowering);
    case 'literals':
      return literalsOf(shape, lowering);
    default:
      note(lowering, shape.place, 'Protobuf has no type for this: it is a google.protobuf.Value.');
      return jsonOf(shape);
  }
}

/** Anything: a `google.protobuf.Value`. */
export function jsonOf(shape: Shape): ProtoValue {
  return { kind: 'json', shape };
}

function integerOf(shape: IntegerShape, lowering: Lowering): ProtoValue {
  const { minimum, maximum } = shape;
  if (minimum >= -(2 ** 31) && maximum < 2 ** 31) return { kind: 'int32', shape };
  if (!Number.isSafeInteger(minimum) || !Number.isSafeInteger(maximum))
    noteOnce(lowering, 'Whole numbers have 64 bits in Protobuf: larger ones, for which the schema has no bound, do not fit.');
  return { kind: 'int64', shape };
}

function stringOf(shape: StringShape, lowering: Lowering): ProtoValue {
  if (shape.format === 'date-time') {
    note(
      lowering,
      shape.place,
      'A Timestamp keeps the moment to the nanosecond; the offset, and zeros at the end, are not carried.',
    );
    return { kind: 'time', shape };
  }
  if (shape.format !== undefined)
    note(lowering, shape.place, `Protobuf does not check the format “${shape.format}”: a comment says so.`);
  return { kind: 'string', shape };
}

/** Texts are an enum. Its value 0, which Protobuf wants, stands for none of them. */
function literalsOf(shape: LiteralsShape, lowering: Lowering): ProtoValue {
  const plain = plainLiterals(shape);
  if (plain.kind !== 'literals') {
    if (plain.kind !== 'any') noteConstraints(plain, lowering);
    return { ...scalarOf(plain, lowering), shape };
  }
  const name = lowering.names.take(pascalCase(nameAt(shape.place)));
  const prefix = snakeCase(name).toUpperCase();
  const names = new UniqueNames([`${prefix}_UNSPECIFIED`]);
  const texts = [...(shape.values as readonly string[])].sort();
  const values = new Map(texts.map((text) => [text, names.take(valueName(prefix, text))]));
  const described = { place: shape.place, name, values };
  lowering.enums.push(described);
  return { kind: 'enum', enum: described, shape };
}

/** What a value of an enum is called: Protobuf wants the enum's name before it. */
export function valueName(prefix: string, text: string): string {
  return `${prefix}_${snakeCase(readableName(text)).toUpperCase()}`;
}
