import type { Policy } from '@busbar/core';
import { BulkheadRejectedError, bulkhead as createBulkhead } from 'cockatiel';
import { assertOption, isWholeNumber } from './assert-option.ts';
import { inDevelopment } from './development.ts';
import { type Run, runUnder } from './run-under.ts';

/** How much a bulkhead lets in. */
export interface BulkheadOptions {
  /** How many tries may run at once, over all subscriptions that share the bulkhead: a whole number from 1 on. */
  readonly running: number;
  /** How many more may wait for their turn: a whole number from 0 on. Default 0. */
  readonly waiting?: number;
}

/** `free`: the next event begins at once. `busy`: it waits. `full`: it is refused. */
export type BulkheadState = 'free' | 'busy' | 'full';

/**
 * Makes a policy that lets so many tries run at once, and so many more wait, first come, first served; it refuses the rest
 * at once.
 *
 * Subscriptions that are given the same bulkhead share its places. Refused events are dead letters with the reason
 * `refused`. A try gives its place back when it settles or its `signal` aborts; one that waits leaves when its `signal`
 * aborts. The subscription's `timeout` includes the waiting. A subscription with `overlap: 'queue'` has one place at most.
 *
 * @throws BusError `invalid-option`, in development.
 *
 * @example
 * const uploads = bulkhead({ running: 4, waiting: 100 });
 * bus.on(photo.added, upload, { policy: uploads, overlap: 'parallel' });
 */
export function bulkhead({ running, waiting = 0 }: BulkheadOptions): Policy & { readonly state: BulkheadState } {
  if (inDevelopment) {
    assertOption(isWholeNumber(running, 1), 'bulkhead', 'running', running, 'a whole number from 1 on');
    assertOption(isWholeNumber(waiting, 0), 'bulkhead', 'waiting', waiting, 'a whole number from 0 on');
  }
  const places = createBulkhead(running);
  // cockatiel's own line keeps those whose signal has aborted, and lets newcomers go first.
  const line = new Set<() => void>();

  function stateNow(): BulkheadState {
    if (places.executionSlots > 0 && line.size === 0) return 'free';
    return line.size < waiting ? 'busy' : 'full';
  }

  function beginNext(): void {
    const [first] = line;
    first?.();
  }

  function begin(run: Run, signal: AbortSignal): Promise<unknown> {
    const taking = { execute: (work: () => Promise<unknown>) => places.execute(work).finally(beginNext) };
    return runUnder(taking, run, signal, (error) => error);
  }

  function wait(run: Run, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      function leave(): void {
        line.delete(enter);
        signal.removeEventListener('abort', leave);
        reject(signal.reason);
      }
      function enter(): void {
        line.delete(enter);
        signal.removeEventListener('abort', leave);
        resolve(begin(run, signal));
      }
      line.add(enter);
      signal.addEventListener('abort', leave);
    });
  }

  return {
    get state() {
      return stateNow();
    },
    async execute(run, signal = new AbortController().signal) {
      const state = stateNow();
      if (state === 'full') throw new BulkheadRejectedError(running, waiting);
      return state === 'free' ? begin(run, signal) : wait(run, signal);
    },
  };
}
