import type { StandardSchemaV1 } from '@standard-schema/spec';
import { BusError, type PayloadIssue } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import { isLate } from './is-thenable.ts';
import { type CopyBounds, plainCopy } from './plain-copy.ts';

/**
 * A deeply frozen copy of a payload. What is foreign is held to the bounds; the size of what the page's own code emits is
 * its own affair, only the depth is bound.
 *
 * @throws BusError with a `payload-…` code that names the place.
 */
export function copyPayload(data: unknown, type: string, source: string, bounds: CopyBounds, isForeign = false): unknown {
  const { depth } = bounds;
  return plainCopy(data, isForeign ? bounds : { depth, nodes: Infinity, bytes: Infinity }, (code, path, cause) => {
    throw new BusError(code, { type, source, path }, cause);
  });
}

/**
 * What the contract's schema makes of a payload: deeply frozen, shared with nobody.
 *
 * @throws BusError `invalid-payload`, `async-schema`, `schema-failed`, or a `payload-…` code.
 */
export function parsePayload(contract: AnyEventContract, data: unknown, source: string, bounds: CopyBounds): unknown {
  return parseCopy(contract, copyPayload(data, contract.type, source, bounds), source, bounds);
}

/** The same for a payload that was copied already. */
export function parseCopy(
  { type, version, schema }: AnyEventContract,
  copy: unknown,
  source: string,
  bounds: CopyBounds,
): unknown {
  const told = { type, version, source };
  let issues: readonly PayloadIssue[] | undefined;
  let value: unknown;
  let late: boolean;
  try {
    const result = schema['~standard'].validate(copy);
    late = isLate(result);
    if (!late) ({ issues, value } = readResult(result as StandardSchemaV1.Result<unknown>));
  } catch (error) {
    throw new BusError('schema-failed', told, error);
  }
  if (late) throw new BusError('async-schema', told);
  if (issues) throw new BusError('invalid-payload', { ...told, issues });
  return value === copy ? copy : copyPayload(value, type, source, bounds);
}

/** @throws TypeError for what no schema may answer. */
function readResult(result: StandardSchemaV1.Result<unknown>): { issues?: PayloadIssue[]; value?: unknown } {
  if (result.issues) return { issues: [...result.issues].map(toPayloadIssue) };
  if ('value' in result) return { value: result.value };
  throw new TypeError(`It answered ${String(result)}.`);
}

function toPayloadIssue({ path = [], message }: StandardSchemaV1.Issue): PayloadIssue {
  return {
    path: path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.'),
    message: String(message),
  };
}
