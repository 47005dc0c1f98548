import { type AnyEventContract, BusError, type BusEvent } from '@busbar/core';
import { deepFreeze } from './deep-freeze.ts';

type Casts = AnyEventContract['upcast'];

/**
 * An event of before as its contract understands it, whatever version it was emitted in; the same event where that is the
 * contract's. Downcasts are those of `emitted`, the contract of the event's own version, if there is one.
 *
 * @throws BusError `cast-failed`.
 */
export function castStored(event: BusEvent, contract: AnyEventContract, source: string, emitted?: AnyEventContract): BusEvent {
  const { type, dataversion: from } = event;
  const to = contract.version;
  if (from === to) return event;
  try {
    const steps = [...castsBetween(from, to, contract.upcast), ...castsBetween(to, from, emitted?.downcast).reverse()];
    const cast = steps.reduce((data, step) => step(data), event.data);
    return Object.freeze({ ...event, dataversion: to, data: parse(contract, cast) });
  } catch (error) {
    throw new BusError('cast-failed', { type, from, to, source }, error);
  }
}

function castsBetween(low: number, high: number, casts: Casts = {}): NonNullable<Casts>[number][] {
  const versions = Object.keys(casts).map(Number);
  return versions.filter((version) => version >= low && version < high).map((version) => casts[version]!);
}

function parse({ type, version, schema }: AnyEventContract, data: unknown): unknown {
  const result = schema['~standard'].validate(data);
  if (result instanceof Promise) throw new TypeError('Its schema answered with a promise.');
  if (!result.issues) return deepFreeze(result.value);
  const problems = result.issues.map(({ path = [], message }) => `${path.map(segmentOf).join('.') || '(payload)'}: ${message}`);
  throw new TypeError(`The payload breaks "${type}" v${version}: ${problems.join('; ')}`);
}

function segmentOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment);
}
