import type { Rule } from '../contracts/described-contract.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';

/** One version of a schema. A `DescribedContract` is one, too. */
export type SchemaVersion = VersionOfSchema | VersionOfPair;

interface Version {
  readonly version: number;
  /** The lane that it belongs to. Versions of different lanes are not compared; those without a lane share one. */
  readonly group?: string | number | undefined;
  /** Checks that JSON Schema cannot express, by their ids. */
  readonly rules?: readonly Rule[];
}

interface VersionOfSchema extends Version {
  /** What is written and what is read. */
  readonly schema: JsonSchema;
}

interface VersionOfPair extends Version {
  /** What a reader of this version accepts. */
  readonly input: JsonSchema;
  /** What a writer of this version publishes. */
  readonly output: JsonSchema;
}

/** What writers of a version publish. */
export function writtenBy(version: SchemaVersion): JsonSchema {
  return 'schema' in version ? version.schema : version.output;
}

/** What readers of a version accept. */
export function readBy(version: SchemaVersion): JsonSchema {
  return 'schema' in version ? version.schema : version.input;
}
