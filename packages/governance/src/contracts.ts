export type { CastCheck, CastProblem, CastProblemCode } from './casts/cast-check.ts';
export { type CheckCastsOptions, checkCasts, type EarlierVersion } from './casts/check-casts.ts';
export { canonicalSchema } from './contracts/canonical/canonical-schema.ts';
export { shapeOf } from './contracts/canonical/shape-of.ts';
export { type DescribeOptions, describeContract } from './contracts/describe-contract.ts';
export type { DescribedContract, Lifecycle, NotPlain, Rule } from './contracts/described-contract.ts';
export type { SchemaConverter } from './contracts/schema-converter.ts';
export { UnreadableContractError } from './contracts/unreadable-contract-error.ts';
export { type ValibotToJsonSchema, valibotConverter } from './contracts/valibot/valibot-converter.ts';
