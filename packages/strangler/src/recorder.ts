export { type IsPersonal, looksPersonal } from './recorder/is-personal.ts';
export type { Proposal } from './recorder/proposal.ts';
export { proposeName } from './recorder/propose-name.ts';
export { type Recording, type RecordOptions, recordStore } from './recorder/record-store.ts';
export type { RefusedPayloads } from './recorder/recorded-action.ts';
export type { JsonSchema } from './recorder/to-json-schema.ts';
