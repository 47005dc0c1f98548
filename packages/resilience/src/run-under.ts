import type { Policy } from '@busbar/core';

/** What a policy is given to run: the handler, or the next policy with the handler inside it. */
export type Run = Parameters<Policy['execute']>[0];

/** The part of cockatiel's policies that is needed here. */
interface Executor {
  execute(run: () => Promise<unknown>): Promise<unknown>;
}

/**
 * Runs something under a policy of cockatiel, which is done with it when it settles or its signal aborts. A handler that does
 * not listen to its signal would else hold a place for ever. `told` says what the policy is told of a failure.
 *
 * Settles as the run does; as the policy does where that refused.
 */
export async function runUnder(
  policy: Executor,
  run: Run,
  signal: AbortSignal,
  told: (error: unknown) => unknown,
): Promise<unknown> {
  let running: Promise<unknown> | undefined;
  try {
    return await policy.execute(() => {
      running = new Promise((resolve) => resolve(run({ signal })));
      return untilAborted(running, signal, told);
    });
  } catch (error) {
    if (running) return running;
    throw error;
  }
}

/** Rejects in the same moment in which the signal aborts: the policy is to know of a time-out before the next event comes. */
function untilAborted(running: Promise<unknown>, signal: AbortSignal, told: (error: unknown) => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(told(signal.reason));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    running
      .then(resolve, (error) => signal.aborted || reject(told(error)))
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
