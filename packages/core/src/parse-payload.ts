import type { StandardSchemaV1 } from '@standard-schema/spec';
import { BusError, type PayloadIssue } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import type { HubLimits } from './hub/hub.ts';
import { type CopyBounds, CopyRefusal, plainCopy } from './plain-copy.ts';

/**
 * What the contract's schema makes of a payload, deeply frozen and shared with nobody.
 *
 * @throws BusError `invalid-payload`, `async-schema`, `schema-failed`, or a `payload-…` code.
 */
export function parsePayload(contract: AnyEventContract, data: unknown, source: string, limits: HubLimits): unknown {
  const { type, version } = contract;
  const result = ask(contract, data, source);
  if (result.issues) throw new BusError('invalid-payload', { type, version, source, issues: result.issues.map(toPayloadIssue) });
  return result.value === data ? data : copyPayload(result.value, type, source, unbounded(limits));
}

/**
 * A deeply frozen copy of a payload.
 *
 * @throws BusError with a `payload-…` code that names the place.
 */
export function copyPayload(data: unknown, type: string, source: string, bounds: CopyBounds): unknown {
  try {
    return plainCopy(data, bounds);
  } catch (error) {
    if (!(error instanceof CopyRefusal)) throw error;
    throw new BusError(error.code, { type, source, path: error.path }, error.cause);
  }
}

/** For payloads of the page's own code, whose size is its own affair; only the depth is bound. */
export function unbounded({ depth }: CopyBounds): CopyBounds {
  return { depth, nodes: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
}

function ask({ schema, type, version }: AnyEventContract, data: unknown, source: string): StandardSchemaV1.Result<unknown> {
  let result: ReturnType<StandardSchemaV1['~standard']['validate']>;
  try {
    result = schema['~standard'].validate(data);
  } catch (error) {
    throw new BusError('schema-failed', { type, version, source }, error);
  }
  if (!(result instanceof Promise)) return result;
  // Its answer, or its failure, comes too late for anybody; the error below says so in its stead.
  result.catch(() => {});
  throw new BusError('async-schema', { type, version, source });
}

function toPayloadIssue({ path, message }: StandardSchemaV1.Issue): PayloadIssue {
  const segments = path?.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return { path: segments?.join('.') ?? '', message };
}
