import { afterMessage } from './after-message.ts';

const most = 100_000;

/**
 * Ends rings of handlers that emit for each other after an `await`, by throwing at who emits. In real time the page gets its
 * turn every few milliseconds; in virtual time none pass, so that nothing else, not even the time-out of the test, would ever come.
 */
export function createEndlessGuard(): () => void {
  let emitted = 0;
  return () => {
    const begins = emitted === 0;
    if (begins && !afterMessage(() => (emitted = 0))) return;
    if (++emitted > most)
      throw new Error(
        `More than ${most} events were emitted at one moment of virtual time: handlers emit for each other for ever.`,
      );
  };
}
