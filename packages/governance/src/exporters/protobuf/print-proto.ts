import { deprecationOf, factLines } from '../contract-facts.ts';
import type { ExportedContract } from '../exported-contract.ts';
import { commentLines, snakeCase } from '../words.ts';
import type { FieldNumbers } from './assign-field-numbers.ts';
import { enumKey, type ProtoEnum, type ProtoField, type ProtoMessage, type ProtoModel, type ProtoValue } from './proto-model.ts';
import type { ProtoName } from './proto-names.ts';
import { type GoneNumbers, goneNumbers, reservedInEnum, reservedInMessage } from './reserved-numbers.ts';

/** The numbers that are in use, and those that once were. */
interface Numbers {
  readonly used: FieldNumbers;
  readonly gone: GoneNumbers;
}

/** The text of one `.proto` file: the message of one version of one event, with everything that it needs inside. */
export function printProto(contract: ExportedContract, name: ProtoName, model: ProtoModel, numbers: FieldNumbers): string {
  const [first, ...others] = model.messages;
  const known: Numbers = { used: numbers, gone: goneNumbers(model, numbers) };
  const inner = [...others.map((message) => printMessage(message, known)), ...model.enums.map((one) => printEnum(one, known))];
  const isDeprecated = deprecationOf(contract.lifecycle) !== undefined;
  const body = [
    ...(isDeprecated ? ['option deprecated = true;'] : []),
    ...inner.flatMap((lines) => [...lines, '']),
    ...fieldLines(first!, known),
  ];
  const comment = [...(contract.summary === undefined ? [] : [contract.summary]), ...factLines(contract)].flatMap(commentLines);
  const lines = [
    ...['syntax = "proto3";', '', `package ${name.package};`, ''],
    ...importsOf(model),
    ...[...comment, ...first!.comment].map(asComment),
    ...block(`message ${first!.name}`, body),
  ];
  return `${lines.join('\n')}\n`;
}

function printMessage(message: ProtoMessage, numbers: Numbers): string[] {
  return [...message.comment.map(asComment), ...block(`message ${message.name}`, fieldLines(message, numbers))];
}

function printEnum(one: ProtoEnum, numbers: Numbers): string[] {
  const known = [...one.values].map(([text, name]) => ({ name, number: numbers.used[`${one.place}#${enumKey(text)}`]! }));
  const prefix = snakeCase(one.name).toUpperCase();
  const values = known.sort((a, b) => a.number - b.number).map(({ name, number }) => `${name} = ${number};`);
  const body = [...reservedInEnum(one, numbers.gone), `${prefix}_UNSPECIFIED = 0;`, ...values];
  return block(`enum ${one.name}`, body);
}

function fieldLines(message: ProtoMessage, numbers: Numbers): string[] {
  const numberOf = ({ key }: ProtoField) => numbers.used[`${message.place}#${key}`]!;
  const fields = [...message.fields].sort((a, b) => numberOf(a) - numberOf(b));
  const printed = new Set<string>();
  const lines = fields.flatMap((field) => {
    if (field.oneof === undefined) return printField(field, numberOf(field));
    if (printed.has(field.oneof)) return [];
    printed.add(field.oneof);
    const members = fields.filter(({ oneof }) => oneof === field.oneof);
    return block(
      `oneof ${field.oneof}`,
      members.flatMap((member) => printField(member, numberOf(member))),
    );
  });
  return [...reservedInMessage(message, numbers.gone), ...lines];
}

function printField(field: ProtoField, number: number): string[] {
  const isImplied = field.oneof !== undefined || ['list', 'map', 'message', 'json', 'time'].includes(field.value.kind);
  const label = !isImplied && (!field.isRequired || field.isNullable) ? 'optional ' : '';
  const deprecated = field.value.shape.deprecated ? 'deprecated = true' : undefined;
  const json = field.oneof === undefined ? jsonName(field) : undefined;
  const options = [json, deprecated].filter((option) => option !== undefined).join(', ');
  return [
    ...field.comment.map(asComment),
    `${label}${typeName(field.value)} ${field.name} = ${number}${options && ` [${options}]`};`,
  ];
}

/** Says what the field is called in JSON where that does not follow from its name. */
function jsonName({ property, name }: ProtoField): string | undefined {
  const derived = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (property === undefined || property === derived || !/^[\w .:@$/-]+$/.test(property)) return undefined;
  return `json_name = "${property}"`;
}

const scalars: Readonly<Record<string, string>> = {
  json: '.google.protobuf.Value',
  time: '.google.protobuf.Timestamp',
};

function typeName(value: ProtoValue): string {
  switch (value.kind) {
    case 'list':
      return `repeated ${typeName(value.items)}`;
    case 'map':
      return `map<string, ${typeName(value.values)}>`;
    case 'message':
      return value.message.name;
    case 'enum':
      return value.enum.name;
    default:
      return scalars[value.kind] ?? value.kind;
  }
}

function importsOf({ messages }: ProtoModel): string[] {
  const types = messages.flatMap(({ fields }) => fields.map(({ value }) => typeName(value))).join(' ');
  const imports = [
    ...(types.includes(scalars['json']!) ? ['import "google/protobuf/struct.proto";'] : []),
    ...(types.includes(scalars['time']!) ? ['import "google/protobuf/timestamp.proto";'] : []),
  ];
  return imports.length > 0 ? [...imports, ''] : [];
}

function block(head: string, body: readonly string[]): string[] {
  return [`${head} {`, ...body.map((line) => (line === '' ? '' : `  ${line}`)), '}'];
}

function asComment(line: string): string {
  return line === '' ? '//' : `// ${line}`;
}
