import { type AnyEventContract, type Bus, BusError } from '@busbar/core';
import { inDevelopment } from '../development.ts';
import type { Failure } from './failure.ts';

/** Nobody replies to a request. */
export interface NoReplier {
  readonly message: string;
  /** The event that would have been emitted. */
  readonly type: string;
  /** Who asked. */
  readonly source: string;
  /** Other sources that know the contract. */
  readonly definedBy: readonly string[];
}

/** A replier could not answer. */
export interface RequestFailed {
  readonly message: string;
  /** The event that asked. */
  readonly type: string;
  /** The replier. */
  readonly source: string;
  readonly failure: Failure;
}

declare module '@busbar/core' {
  interface PackageErrorDetails {
    'no-replier': NoReplier;
    'request-failed': RequestFailed;
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
  const message = inDevelopment ? sentenceOf(source, type, definedBy) : '';
  return new BusError('no-replier', { message, type, source, definedBy }, cause);
}

function sentenceOf(source: string, type: string, definedBy: readonly string[]): string {
  const who = definedBy.length > 0 ? ` ${definedBy.join(', ')} know it, but reply to it no longer or not yet.` : '';
  return `"${source}" asked "${type}", to which nobody replies.${who} Mount who replies first, or ask with whenNobody: "wait".`;
}

/** A replier has answered that it cannot, or is gone. */
export function requestFailed({ type }: AnyEventContract, source: string, failure: Failure): BusError<'request-failed'> {
  const message = inDevelopment ? `"${source}" could not answer "${type}": ${failure.message} (${failure.code})` : '';
  const cause = Object.assign(new Error(failure.message), { code: failure.code });
  return new BusError('request-failed', { message, type, source, failure }, cause);
}
