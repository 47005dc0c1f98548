import { midnightOf } from '../shape/midnight-of.ts';
import { plainLiterals } from '../shape/plain-literals.ts';
import type { IntegerShape, LiteralsShape, Shape, StringShape } from '../shape/shape.ts';
import { UniqueNames } from '../unique-names.ts';
import { type AvroLowering, note, noteOnce, takeName } from './avro-lowering.ts';
import { type AvroType, avroName, plainType } from './avro-type.ts';

/** The type of a value that has nothing inside. */
export function avroScalar(shape: Shape, lowering: AvroLowering): AvroType {
  switch (shape.kind) {
    case 'null':
    case 'boolean':
      return plainType(shape.kind, shape.kind, shape);
    case 'number':
      return plainType('double', 'double', shape);
    case 'integer':
      return integerType(shape, lowering);
    case 'string':
      return stringType(shape, lowering);
    case 'literals':
      return literalsType(shape, lowering);
    default:
      note(lowering, shape.place, 'Avro has no type for this: it is JSON in a string.');
      return jsonType(shape);
  }
}

/** Anything, as JSON text; a bigint as its decimal text, as in CloudEvents. */
function jsonType(shape: Shape): AvroType {
  const encode = (value: unknown) => JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));
  const decode = (value: unknown) => JSON.parse(String(value));
  return { schema: { type: 'string', 'x-json': true }, branch: 'string', shape, encode, decode, asDefault: encode };
}

function integerType(shape: IntegerShape, lowering: AvroLowering): AvroType {
  const { minimum, maximum } = shape;
  if (minimum >= -(2 ** 31) && maximum < 2 ** 31) return plainType('int', 'int', shape);
  if (!Number.isSafeInteger(minimum) || !Number.isSafeInteger(maximum))
    noteOnce(lowering, 'Whole numbers have 64 bits in Avro: larger ones, for which the schema has no bound, do not fit.');
  return plainType('long', 'long', shape);
}

const day = 24 * 60 * 60 * 1000;

/** Only what comes back as the same text is another type: a date and time has more than one way to be written. */
function stringType(shape: StringShape, lowering: AvroLowering): AvroType {
  if (shape.format === undefined) return plainType('string', 'string', shape);
  if (shape.format === 'uuid') return plainType({ type: 'string', logicalType: 'uuid' }, 'string', shape);
  if (shape.format === 'date') return dateType(shape);
  note(lowering, shape.place, `Avro does not check the format “${shape.format}”: an attribute says so.`);
  return plainType({ type: 'string', 'x-format': shape.format }, 'string', shape);
}

function dateType(shape: StringShape): AvroType {
  const encode = (value: unknown) => {
    const days = daysSince1970(value);
    if (days === undefined) throw new TypeError(`“${value}” at “${shape.place || '/'}” is no date.`);
    return days;
  };
  const decode = (value: unknown) => new Date(Number(value) * day).toISOString().slice(0, 'yyyy-mm-dd'.length);
  return {
    schema: { type: 'int', logicalType: 'date' },
    branch: 'int',
    shape,
    encode,
    decode,
    asDefault: daysSince1970,
  };
}

/** Undefined where the text is no date. */
function daysSince1970(text: unknown): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(String(text)) ? midnightOf(String(text)) : undefined;
  return time === undefined ? undefined : time / day;
}

/** Texts are an enum; where Avro does not take a text as a symbol, `x-values` has the texts in the order of the symbols. */
function literalsType(shape: LiteralsShape, lowering: AvroLowering): AvroType {
  const plain = plainLiterals(shape);
  if (plain.kind !== 'literals') return { ...avroScalar(plain, lowering), shape };
  const names = new UniqueNames();
  const values = shape.values as readonly string[];
  const legal = values.filter((text) => avroName(text) === text);
  const taken = new Map([...legal, ...values].map((text) => [text, avroName(text)]));
  const unique = new Map([...taken].map(([text, symbol]) => [text, names.take(symbol)]));
  const symbols = new Map(values.map((text) => [text, unique.get(text)!]));
  const texts = new Map([...symbols].map(([text, symbol]) => [symbol, text]));
  const name = takeName(shape.place, lowering);
  const isMangled = [...symbols].some(([text, symbol]) => text !== symbol);
  const symbolOf = (value: unknown) => symbols.get(String(value));
  const encode = (value: unknown) => {
    const symbol = symbolOf(value);
    if (symbol === undefined) throw new TypeError(`“${value}” at “${shape.place || '/'}” is none of the texts there.`);
    return symbol;
  };
  return {
    schema: { type: 'enum', name, symbols: [...symbols.values()], ...(isMangled && { 'x-values': [...symbols.keys()] }) },
    branch: name,
    shape,
    encode,
    decode: (value) => texts.get(String(value)),
    asDefault: symbolOf,
  };
}
