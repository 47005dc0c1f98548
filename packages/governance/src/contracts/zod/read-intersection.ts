import type { JsonSchemaObject } from '../../json-schema/json-schema.ts';
import type { Place, Reading } from './read-whole.ts';
import type { ZodSchema } from './zod-schema.ts';

const foldable = ['type', 'properties', 'required'];

/**
 * Both of two schemas. Zod pools the fields of objects: what one of them does not name, the other may. In JSON Schema two
 * closed objects refuse each other's fields, so they are read open and closed together.
 */
export function readIntersection(schema: ZodSchema, reading: Reading, { pooled }: Place): JsonSchemaObject {
  const members = membersOf(schema).map((member) => reading.read(member, { pooled: true }));
  const isClosed = !pooled && membersOf(schema).every((member) => closes(member, reading));
  if (members.every(isFoldable)) return { ...fold(members), ...(isClosed && { additionalProperties: false }) };
  return { allOf: members, ...(isClosed && { unevaluatedProperties: false }) };
}

function membersOf({ _zod: { def } }: ZodSchema): ZodSchema[] {
  return [def['left'], def['right']].flatMap((side) => {
    const member = side as ZodSchema;
    const isBare = member._zod.def.type === 'intersection' && !member._zod.def.checks?.length;
    return isBare ? membersOf(member) : [member];
  });
}

/** Whether a member drops or refuses the fields that it does not name. */
function closes({ _zod: { def, innerType } }: ZodSchema, reading: Reading): boolean {
  if (def.type === 'object')
    return reading.side === 'output' ? !def['catchall'] || refusesMore(def['catchall']) : refusesMore(def['catchall']);
  if (def.type === 'union') return (def['options'] as readonly ZodSchema[]).every((option) => closes(option, reading));
  if (def.type === 'intersection') return membersOf({ _zod: { def } }).every((member) => closes(member, reading));
  if (def.type === 'lazy') return closes(innerType as ZodSchema, reading);
  return ['readonly', 'nonoptional'].includes(def.type ?? '') && closes(def['innerType'] as ZodSchema, reading);
}

function refusesMore(catchall: unknown): boolean {
  return (catchall as ZodSchema | undefined)?._zod.def.type === 'never';
}

function isFoldable(member: JsonSchemaObject): boolean {
  return member['type'] === 'object' && Object.keys(member).every((keyword) => foldable.includes(keyword));
}

/** One object with the fields of all. A field that several name has to be what each of them says. */
function fold(members: readonly JsonSchemaObject[]): JsonSchemaObject {
  const properties = new Map<string, JsonSchemaObject[]>();
  for (const member of members) {
    for (const [name, field] of Object.entries(member['properties'] as Record<string, JsonSchemaObject>)) {
      properties.set(name, [...(properties.get(name) ?? []), field]);
    }
  }
  const merged = [...properties].map(([name, fields]) => [name, fields.length > 1 ? { allOf: fields } : fields[0]]);
  const required = members.flatMap((member) => (member['required'] ?? []) as string[]);
  return { type: 'object', properties: Object.fromEntries(merged), required: [...new Set(required)] };
}
