import { type AnyEventContract, type Bus, BusError } from '@busbar/core';
import type { Failure } from './failure.ts';

declare module '@busbar/core' {
  interface PackageErrorDetails {
    /** Nobody replies to the request; `definedBy` are the other sources that know it. */
    'no-replier': { message: string; type: string; source: string; definedBy: readonly string[] };
    /** A replier could not answer; `source` is the replier. */
    'request-failed': { message: string; type: string; source: string; failure: Failure };
  }
}

/** Nobody is there to ask. */
export function noReplier(bus: Bus, { type }: AnyEventContract, cause?: unknown): BusError<'no-replier'> {
  const { source } = bus;
  const definedBy = bus
    .contracts()
    .filter((record) => record.type === type)
    .flatMap((record) => record.definedBy)
    .filter((definer, index, all) => definer !== source && all.indexOf(definer) === index);
  const who = definedBy.length > 0 ? ` ${definedBy.join(', ')} know it, but reply to it no longer or not yet.` : '';
  const message = `"${source}" asked "${type}", to which nobody replies.${who} Mount who replies first, or ask with whenNobody: "wait".`;
  return new BusError('no-replier', { message, type, source, definedBy }, cause);
}

/** A replier has answered that it cannot, or is gone. */
export function requestFailed({ type }: AnyEventContract, source: string, failure: Failure): BusError<'request-failed'> {
  const message = `"${source}" could not answer "${type}": ${failure.message} (${failure.code})`;
  const cause = Object.assign(new Error(failure.message), { code: failure.code });
  return new BusError('request-failed', { message, type, source, failure }, cause);
}
