import type { Policy } from '@busbar/core';
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  CountBreaker,
  circuitBreaker as createBreaker,
  handleWhen,
  isBulkheadRejectedError,
} from 'cockatiel';
import { assertOption, isWholeNumber } from './assert-option.ts';
import { inDevelopment } from './development.ts';
import { openFor } from './open-for.ts';
import { report } from './report.ts';
import { runUnder } from './run-under.ts';

/** `closed`: handlers run. `open`: every event is refused. `half-open`: one event is being tried, all others are refused. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** When a breaker opens, and for how long. */
export type CircuitBreakerOptions = (
  | {
      /** Opens after so many failed tries in a row: a whole number from 1 on. Retries are tries. */
      readonly failures: number;
      readonly share?: never;
      readonly window?: never;
    }
  | {
      /** Opens when more than this share of the last `window` tries failed: between 0 and 1, such as 0.5 for half of them. */
      readonly share: number;
      /** How many tries are looked at: a whole number from 1 on. Before there were so many, the breaker stays closed. */
      readonly window: number;
      readonly failures?: never;
    }
) & {
  /** Milliseconds for which it refuses everything. The first event after them is let through as a trial. */
  readonly openFor: number;
  /** Answers whether an error counts as a failure. One that does not ends a trial well. Default: every error counts. */
  when?(error: unknown): boolean;
};

/** A policy that refuses events while what the handler needs is down. */
export interface CircuitBreaker extends Policy {
  /** It stays `open` until an event comes after `openFor`: there is no timer. */
  readonly state: BreakerState;
  /** Calls the observer with each new state, at once. Returns the function that ends it. */
  watch(observer: (state: BreakerState) => void): () => void;
}

const states: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
};

/** What cockatiel is told of failures that do not count. */
const uncounted = new Error();

/**
 * Makes a policy that opens when the handler keeps failing, and refuses events at once until `openFor` has passed. Then
 * one event is tried: its success closes the breaker, its failure opens it for as long again.
 *
 * Subscriptions that are given the same breaker share its state. Refused events are dead letters with the reason
 * `refused`; the last failure is the cause of their cause. A try counts as failed when its handler throws, rejects, or
 * passes the subscription's `timeout`. A try that ended because the subscription did, or a newer event came, counts as
 * nothing; a trial that ended so opens the breaker again.
 *
 * @throws BusError `invalid-option`, in development.
 *
 * @example
 * const breaker = circuitBreaker({ failures: 5, openFor: 10_000 });
 * bus.on(cart.itemAdded, saveToServer, { policy: breaker });
 * bus.on(cart.itemRemoved, removeFromServer, { policy: breaker });
 */
export function circuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  if (inDevelopment) assertOptions(options);
  const { failures, share, window, when = () => true } = options;
  const breaker = createBreaker(
    handleWhen((error) => error !== uncounted),
    {
      breaker: failures === undefined ? new CountBreaker({ threshold: share, size: window }) : new ConsecutiveBreaker(failures),
      halfOpenAfter: openFor(options.openFor),
    },
  );

  /** Where cockatiel would let events wait for the outcome of a trial, they are refused like all others. */
  async function admit(run: () => Promise<unknown>): Promise<unknown> {
    if (breaker.state !== CircuitState.HalfOpen) return breaker.execute(run).catch(refuse);
    return refuse();
  }

  function refuse(): never {
    const cause = breaker.lastFailure;
    throw Object.assign(new BrokenCircuitError(), cause && 'error' in cause && { cause: cause.error });
  }

  return {
    get state() {
      return states[breaker.state];
    },
    watch(observer) {
      return breaker.onStateChange((state) => {
        // An error in here would end the try under way and leave the breaker half-open for ever.
        try {
          observer(states[state]);
        } catch (error) {
          report(error);
        }
      }).dispose;
    },
    execute(run, signal = new AbortController().signal) {
      const isTrial = breaker.state === CircuitState.Open;
      const counts = (error: unknown): boolean => (saysNothing(error, signal) ? isTrial : ask(when, error));
      return runUnder({ execute: admit }, run, signal, (error) => (counts(error) ? error : uncounted));
    },
  };
}

/** A question that cannot be answered is reported, and the failure counts. */
function ask(when: (error: unknown) => boolean, error: unknown): boolean {
  try {
    return when(error);
  } catch (failure) {
    report(failure);
    return true;
  }
}

/** Nobody wanted the outcome any more, or a bulkhead inside was full: nothing is known of what the handler needs. */
function saysNothing(error: unknown, { aborted, reason }: AbortSignal): boolean {
  return (aborted && reason?.name === 'AbortError') || isBulkheadRejectedError(error);
}

function assertOptions(given: CircuitBreakerOptions): void {
  const assert = (option: keyof CircuitBreakerOptions, fits: boolean, expected: string): void =>
    assertOption(fits, 'circuitBreaker', option, given[option], expected);
  const { failures, share, window, openFor, when } = given;
  if (failures === undefined) {
    assert('share', share! > 0 && share! < 1, 'a number between 0 and 1, or `failures` in its place');
    assert('window', isWholeNumber(window, 1), 'a whole number from 1 on');
  } else {
    assert('failures', isWholeNumber(failures, 1), 'a whole number from 1 on');
    assert('share', share === undefined, '`failures` or `share`, not both');
    assert('window', window === undefined, '`failures` or `window`, not both');
  }
  assert('openFor', Number.isFinite(openFor) && openFor > 0, 'milliseconds above 0');
  assert('when', when === undefined || typeof when === 'function', 'a function');
}
