import type { ExportNote } from '../export.ts';
import { type ExportedContract, noteOn } from '../exported-contract.ts';
import type { Places } from '../shape/fits-shape.ts';
import { namesOfPlace } from '../shape/schema-pointer.ts';
import type { Shape } from '../shape/shape.ts';
import type { UniqueNames } from '../unique-names.ts';
import { type AvroType, avroName } from './avro-type.ts';

/** What collects while the payload of one contract becomes Avro types. */
export interface AvroLowering {
  readonly contract: ExportedContract;
  /** Of records and enums inside the event's own record. */
  readonly namespace: string;
  readonly names: UniqueNames;
  readonly places: Places;
  /** Places that others are the same as: each is a record. */
  readonly targets: ReadonlySet<string>;
  /** The record of each place that is one, as soon as its name is known. */
  readonly records: Map<string, AvroType>;
  readonly notes: ExportNote[];
  /** The type of a value, with what is said of it; handed around, since types hold types. */
  lower(shape: Shape): AvroType;
  /** Without what is said of it: for fields, which say it themselves. */
  lowerBare(shape: Shape): AvroType;
}

export function note({ contract, notes }: AvroLowering, place: string, message: string): void {
  notes.push(noteOn(contract, place, message));
}

/** For the contract as a whole, however often it is met. */
export function noteOnce({ contract, notes }: AvroLowering, message: string): void {
  if (!notes.some((one) => one.message === message)) notes.push(noteOn(contract, '', message));
}

/** Keywords that Avro does not check are attributes of the type or field, which every reader of Avro leaves alone. */
export function attributesOf(shape: Shape, lowering: AvroLowering): Record<string, unknown> {
  const { title, description, tags, deprecated, constraints } = shape;
  const doc = [title, description].filter((text) => text !== undefined).join('. ');
  const keywords = Object.keys(constraints);
  if (keywords.length > 0) note(lowering, shape.place, `Avro does not check ${keywords.join(', ')}: attributes say so.`);
  return {
    ...(doc !== '' && { doc }),
    ...(tags.length > 0 && { 'x-tags': tags }),
    ...(deprecated && { 'x-deprecated': true }),
    ...(keywords.length > 0 && { 'x-constraints': constraints }),
  };
}

/** The name of a type inside the event's record: by its place, so that it is the same in every version. */
export function takeName(place: string, { names, namespace }: AvroLowering): string {
  return `${namespace}.${names.take(namesOfPlace(place).map(avroName).join('_') || 'payload')}`;
}
