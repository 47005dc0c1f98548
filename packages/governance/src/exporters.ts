export { type AvroPayload, avroPayload } from './exporters/avro/avro-payload.ts';
export { exportAvro } from './exporters/avro/export-avro.ts';
export type { Export, ExportedFile, ExportNote } from './exporters/export.ts';
export type { ExportedContract, ExportSource } from './exporters/exported-contract.ts';
export { exportJsonSchema, type JsonSchemaOptions } from './exporters/json-schema/export-json-schema.ts';
export { assignFieldNumbers, type FieldNumbers } from './exporters/protobuf/assign-field-numbers.ts';
export { exportProtobuf } from './exporters/protobuf/export-protobuf.ts';
export { type ProtobufPayload, protobufPayload } from './exporters/protobuf/proto-payload.ts';
export { exportTypeScript, type TypeScriptOptions } from './exporters/typescript/export-typescript.ts';
