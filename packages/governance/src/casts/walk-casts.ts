import type { AnyEventContract, Cast } from '@busbar/core';
import type { CastProblemCode } from './cast-check.ts';
import { frozenCopy } from './frozen-copy.ts';
import { payloadText } from './payload-text.ts';
import { whyNotPlain } from './why-not-plain.ts';

/** A cast and the version under which it stands. */
export interface Step {
  readonly version: number;
  readonly cast: Cast;
}

/** Where a payload got to, or what went wrong on the way. */
export type Walked = { readonly value: unknown } | { readonly failure: Failure };

/** A cast that did not do what casts have to. */
export interface Failure {
  readonly code: CastProblemCode;
  readonly step?: number;
  readonly message: string;
}

/**
 * The casts between two versions as the bus walks them: those that there are, in the order of the way. Where one is missing
 * the payload goes on as it is.
 */
export function castsBetween(contract: AnyEventContract, direction: 'up' | 'down', low: number, high: number): Step[] {
  const casts = (direction === 'up' ? contract.upcast : contract.downcast) ?? {};
  const versions = Object.keys(casts).map(Number);
  const between = versions.filter((version) => version >= low && version < high).sort((a, b) => a - b);
  const steps = between.map((version) => ({ version, cast: casts[version]! }));
  return direction === 'up' ? steps : steps.reverse();
}

/** Walks a payload through casts, frozen as the bus gives it to them. */
export function walkCasts(steps: readonly Step[], payload: unknown): Walked {
  let value = frozenCopy(payload);
  for (const { version, cast } of steps) {
    try {
      value = cast(value);
    } catch (error) {
      return { failure: { step: version, ...(writes(cast, value) ?? { code: 'cast-threw', message: `threw ${error}` }) } };
    }
    if (isThenable(value)) {
      return {
        failure: { code: 'cast-answered-late', step: version, message: 'answered a promise; casts have to answer at once' },
      };
    }
  }
  const reason = whyNotPlain(value);
  if (reason === undefined) return { value };
  return { failure: { code: 'cast-unsatisfying', message: `made what is no plain data: ${reason}` } };
}

/** Whether a cast goes well as soon as it may write into what it is given. */
function writes(cast: Cast, value: unknown): Pick<Failure, 'code' | 'message'> | undefined {
  if (whyNotPlain(value) !== undefined) return undefined;
  const [own, untouched] = [structuredClone(value), payloadText(value)];
  try {
    cast(own);
  } catch {
    // Something else is wrong with it, or too; the first error says what.
  }
  if (whyNotPlain(own) === undefined && payloadText(own) === untouched) return undefined;
  return { code: 'cast-changed-its-input', message: 'wrote into its payload, which is frozen; make a new one' };
}

/** Says whether somebody answered with a promise, of whatever library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
