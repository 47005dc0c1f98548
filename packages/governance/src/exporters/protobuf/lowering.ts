import type { ExportNote } from '../export.ts';
import { type ExportedContract, noteOn } from '../exported-contract.ts';
import { namesOfPlace } from '../shape/schema-pointer.ts';
import type { Shape } from '../shape/shape.ts';
import type { UniqueNames } from '../unique-names.ts';
import { readableName } from '../words.ts';
import type { ProtoEnum, ProtoField, ProtoMessage, ProtoValue } from './proto-model.ts';

/** What collects while the payload of one contract is turned into messages. */
export interface Lowering {
  readonly contract: ExportedContract;
  /** Of messages and enums. */
  readonly names: UniqueNames;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Places that others are the same as: each is a message. */
  readonly targets: ReadonlySet<string>;
  readonly messages: ProtoMessage[];
  readonly enums: ProtoEnum[];
  readonly notes: ExportNote[];
}

export function note({ contract, notes }: Lowering, place: string, message: string): void {
  notes.push(noteOn(contract, place, message));
}

/** For the contract as a whole, however often it is met. */
export function noteOnce({ contract, notes }: Lowering, message: string): void {
  if (!notes.some((one) => one.message === message)) notes.push(noteOn(contract, '', message));
}

export function noteConstraints(shape: Shape, lowering: Lowering): void {
  const keywords = Object.keys(shape.constraints);
  if (keywords.length > 0) note(lowering, shape.place, `Protobuf does not check ${keywords.join(', ')}: comments say so.`);
}

export function plainField(value: ProtoValue, segment: string, name: string): ProtoField {
  return { key: `${segment}:${kindOf(value)}`, name, isRequired: true, isNullable: false, value, comment: [] };
}

/** How a message or enum inside of the payload is called. */
export function nameAt(place: string): string {
  return namesOfPlace(place).map(readableName).join('_') || 'payload';
}

/** What has to stay the same for a number to go on meaning a field; both sizes of whole numbers are written alike. */
function kindOf(value: ProtoValue): string {
  if (value.kind === 'list') return `repeated ${kindOf(value.items)}`;
  if (value.kind === 'map') return `map ${kindOf(value.values)}`;
  if (value.kind === 'message' && value.isRecursion) return `message ${value.message.place || '/'}`;
  return value.kind === 'int32' || value.kind === 'int64' ? 'int' : value.kind;
}
