import type { Shape } from '../shape/shape.ts';

/** A message as it will be written, and as payloads are turned into it. */
export interface ProtoMessage {
  /** Where in the payload; the field numbers of one place are one set. */
  readonly place: string;
  readonly name: string;
  readonly comment: readonly string[];
  /** `object`: its fields are the payload's. `wrapper`: its fields hold one value that Protobuf cannot hold otherwise. */
  readonly form: 'object' | 'wrapper';
  readonly fields: readonly ProtoField[];
}

/** A field; the forms of a union are several fields of one property in a `oneof`. */
export interface ProtoField {
  /** What identifies it among the field numbers of its message: `sku:string`. */
  readonly key: string;
  readonly name: string;
  /** The property of the payload. None: the value of a wrapper. `rest`: all properties without a field of their own. */
  readonly property?: string;
  readonly isRest?: boolean;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly oneof?: string;
  readonly value: ProtoValue;
  readonly comment: readonly string[];
}

export interface ProtoEnum {
  readonly place: string;
  readonly name: string;
  /** Names by the texts that they stand for. */
  readonly values: ReadonlyMap<string, string>;
}

/** `json` is `google.protobuf.Value`, `time` is `google.protobuf.Timestamp`. */
export type ProtoScalar = 'string' | 'bool' | 'int32' | 'int64' | 'double' | 'json' | 'time';

/** `shape` is what payloads have here: it tells the forms of a union apart. */
export type ProtoValue = { readonly shape: Shape } & (
  | { readonly kind: ProtoScalar }
  | { readonly kind: 'enum'; readonly enum: ProtoEnum }
  | { readonly kind: 'message'; readonly message: ProtoMessage; readonly isRecursion?: boolean }
  | { readonly kind: 'list'; readonly items: ProtoValue }
  | { readonly kind: 'map'; readonly values: ProtoValue }
);

/** All messages and enums of one contract; the first message is the event's payload. */
export interface ProtoModel {
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

/** Where the values of an enum have their numbers, beside the fields of messages. */
export function enumKey(text: string): string {
  return `=${text}`;
}
