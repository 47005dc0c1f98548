import type { ExportNote } from '../export.ts';
import type { ExportedContract } from '../exported-contract.ts';
import { recursionTargets, shapesByPlace } from '../shape/places.ts';
import { readShape } from '../shape/read-shape.ts';
import { isMap, type RecursionShape, type Shape, type UnionShape } from '../shape/shape.ts';
import { UniqueNames } from '../unique-names.ts';
import { arrayType, mapType, unionType } from './avro-collections.ts';
import { type AvroLowering, attributesOf, note } from './avro-lowering.ts';
import { type AvroType, nullType } from './avro-type.ts';
import { recordOf, tupleRecord, wrapperRecord } from './lower-avro-record.ts';
import { avroScalar } from './lower-avro-scalar.ts';

/** The record that stands for what a contract publishes, and what it cannot say. @param name Its full name. */
export function lowerAvro(
  contract: ExportedContract,
  name: string,
): { readonly type: AvroType; readonly notes: readonly ExportNote[] } {
  const root = readShape(contract, contract.output);
  const notes: ExportNote[] = [];
  const lowering: AvroLowering = {
    contract,
    namespace: name,
    names: new UniqueNames(),
    places: shapesByPlace(root),
    targets: recursionTargets(root),
    records: new Map(),
    notes,
    lower: (shape) => lower(shape, lowering),
    lowerBare: (shape) => lowerBare(shape, lowering),
  };
  const isObject = root.kind === 'object' && !isMap(root);
  const type = isObject ? recordOf(root, lowering, name) : wrapperRecord(root, lowering, () => inner(root, lowering), name);
  return { type: withAttributes(type, lowering), notes };
}

function lower(shape: Shape, lowering: AvroLowering): AvroType {
  return withAttributes(lowerBare(shape, lowering), lowering);
}

/** What is said of a value stands at its type. A union and the name of a type have no place for it. */
function withAttributes(type: AvroType, lowering: AvroLowering): AvroType {
  const attributes = attributesOf(type.shape, lowering);
  if (Object.keys(attributes).length === 0) return type;
  if (Array.isArray(type.schema) || type.shape.kind === 'recursion') {
    note(lowering, type.shape.place, `A union has no attributes in Avro: ${Object.keys(attributes).join(', ')} is not carried.`);
    return type;
  }
  return {
    ...type,
    schema: { ...(typeof type.schema === 'string' ? { type: type.schema } : (type.schema as object)), ...attributes },
  };
}

function lowerBare(shape: Shape, lowering: AvroLowering): AvroType {
  if (shape.kind === 'recursion') return recursionType(shape, lowering);
  const isRecord = shape.kind === 'object' && !isMap(shape);
  if (lowering.targets.has(shape.place) && !isRecord && !lowering.records.has(shape.place))
    return wrapperRecord(shape, lowering, () => inner(shape, lowering));
  return inner(shape, lowering);
}

function inner(shape: Shape, lowering: AvroLowering): AvroType {
  switch (shape.kind) {
    case 'object':
      return isMap(shape) ? mapType(lower(shape.rest, lowering), shape) : recordOf(shape, lowering);
    case 'array':
      return arrayType(lower(shape.items, lowering), shape);
    case 'tuple':
      return tupleRecord(shape, lowering);
    case 'union':
      return lowerUnion(shape, lowering);
    case 'literals':
      return shape.values.includes(null) && shape.values.length > 1
        ? nullableLiterals(shape, lowering)
        : avroScalar(shape, lowering);
    default:
      return avroScalar(shape, lowering);
  }
}

/** The record around; its name is known before its fields are. */
function recursionType(shape: RecursionShape, { records, places }: AvroLowering): AvroType {
  const type = records.get(shape.of);
  return type ? { ...type, shape } : { ...nullType, shape: places.get(shape.of)! };
}

/** In a union, each type without a name may stand once: a second one is put into a record. */
function lowerUnion(shape: UnionShape, lowering: AvroLowering): AvroType {
  const taken = new Set<string>();
  const members = shape.members.map((member) => {
    const type = lower(member, lowering);
    const isTaken = taken.has(type.branch) || type.members !== undefined;
    taken.add(type.branch);
    return isTaken ? wrapperRecord(member, lowering, () => type) : type;
  });
  return unionType(members, shape, lowering.places);
}

function nullableLiterals(shape: Shape & { readonly kind: 'literals' }, lowering: AvroLowering): AvroType {
  const others: Shape = { ...shape, values: shape.values.filter((value) => value !== null) };
  return unionType([nullType, avroScalar(others, lowering)], shape, lowering.places);
}
