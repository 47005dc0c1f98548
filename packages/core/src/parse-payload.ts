import type { StandardSchemaV1 } from '@standard-schema/spec';
import { BusError, type PayloadIssue } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import { isLate } from './is-thenable.ts';
import { type CopyBounds, plainCopy, type Refusal } from './plain-copy.ts';

/**
 * A deeply frozen copy of a payload. What is foreign is held to the bounds; the size of what the page's own code emits is
 * its own affair, only the depth is bound.
 *
 * @throws BusError with a `payload-…` code that names the place.
 */
export function copyPayload(data: unknown, type: string, source: string, bounds: CopyBounds, isForeign = false): unknown {
  const { depth, nodes, bytes } = bounds;
  try {
    return plainCopy(data, depth, isForeign ? { nodes, bytes } : undefined);
  } catch (refusal) {
    const { code, path, cause } = refusal as Refusal;
    throw new BusError(code, { type, source, path: path.join('.') }, cause);
  }
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
export function parseCopy(contract: AnyEventContract, copy: unknown, source: string, bounds: CopyBounds): unknown {
  const { type, version } = contract;
  let late: boolean;
  let issues: PayloadIssue[] | undefined;
  let value: unknown;
  try {
    const result = contract.schema['~standard'].validate(copy);
    late = isLate(result);
    const { issues: found } = result as StandardSchemaV1.FailureResult;
    if (found) issues = [...found].map(toPayloadIssue);
    else if ('value' in result) ({ value } = result);
    else if (!late) throw new TypeError(`It answered ${String(result)}.`);
  } catch (error) {
    throw new BusError('schema-failed', { type, version, source }, error);
  }
  if (late) throw new BusError('async-schema', { type, version, source });
  if (issues) throw new BusError('invalid-payload', { type, version, source, issues });
  return value === copy ? copy : copyPayload(value, type, source, bounds);
}

function toPayloadIssue({ path = [], message }: StandardSchemaV1.Issue): PayloadIssue {
  return {
    path: path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.'),
    message: String(message),
  };
}
