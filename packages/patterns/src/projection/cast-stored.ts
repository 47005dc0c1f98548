import { type AnyEventContract, BusError, type BusEvent, type Hub } from '@busbar/core';
import { isThenable } from '../is-thenable.ts';
import { deepFreeze } from './deep-freeze.ts';

type Casts = AnyEventContract['upcast'];
type Topic = ReturnType<Hub['topics']['get']>;

/**
 * An event of before as its contract understands it, whatever version it was emitted in; the same event where that is the
 * contract's. What the page knows of the event, its `topic`, has the downcasts of newer versions, and says where contracts of
 * one version differ: there each receiver's schema decides, as for live events.
 *
 * @throws BusError `cast-failed`.
 */
export function castStored(event: BusEvent, contract: AnyEventContract, source: string, topic?: Topic): BusEvent {
  const { type, dataversion: from } = event;
  const to = contract.version;
  if (from === to && !topic?.drifted.has(to)) return event;
  const emitted = topic?.contracts.find(({ contract: { version } }) => version === from);
  try {
    const steps = [...castsBetween(from, to, contract.upcast), ...castsBetween(to, from, emitted?.contract.downcast).reverse()];
    const cast = steps.reduce((data, step) => refuseLate(step(data)), event.data);
    return Object.freeze({ ...event, dataversion: to, data: parse(contract, cast) });
  } catch (error) {
    throw new BusError('cast-failed', { type, from, to, source }, error);
  }
}

function refuseLate(data: unknown): unknown {
  if (isThenable(data)) throw new TypeError('It answered late.');
  return data;
}

function castsBetween(low: number, high: number, casts: Casts = {}): NonNullable<Casts>[number][] {
  const versions = Object.keys(casts).map(Number);
  return versions.filter((version) => version >= low && version < high).map((version) => casts[version]!);
}

function parse({ type, version, schema }: AnyEventContract, data: unknown): unknown {
  const result = schema['~standard'].validate(data);
  if (result instanceof Promise) throw new TypeError('It answered late.');
  if (!result.issues) return deepFreeze(result.value);
  const problems = result.issues.map(({ path = [], message }) => `${path.map(segmentOf).join('.') || '(payload)'}: ${message}`);
  throw new TypeError(`The payload breaks "${type}" v${version}: ${problems.join('; ')}`);
}

function segmentOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment);
}
