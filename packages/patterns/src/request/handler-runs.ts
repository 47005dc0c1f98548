import type { BusEvent } from '@busbar/core';
import { catchError, defer, Observable } from 'rxjs';
import { HandlerRun } from './handler-run.ts';

/**
 * Runs a handler once for each idempotency key: who asks while it runs, or after it has replied, is given the same replies.
 * A run that failed is forgotten. One that nobody wants any more, but that does not end, is waited for: two never run at a
 * time for one key.
 */
export class HandlerRuns {
  readonly #isStream: boolean;
  readonly #remember: number;
  readonly #runs = new Map<string, HandlerRun>();
  /** Keys of runs that have replied, the oldest first. */
  readonly #done = new Set<string>();

  constructor(isStream: boolean, remember: number) {
    this.#isStream = isStream;
    this.#remember = remember;
  }

  /** The replies to a request: those of a run that there is or was, else of a new one. Cold. */
  repliesTo(event: BusEvent, handler: (signal: AbortSignal) => unknown): Observable<unknown> {
    return defer(() => {
      const run = this.#runs.get(keyOf(event));
      if (!run) return this.#begin(event, handler);
      // What failed because others had given up says nothing to who asks anew.
      return run.isAborted ? run.replies$.pipe(catchError(() => this.repliesTo(event, handler))) : run.replies$;
    });
  }

  /** Lets go of what was replied to a request, as something is wrong with it. */
  forget(event: BusEvent): void {
    this.#runs.delete(keyOf(event));
    this.#done.delete(keyOf(event));
  }

  /** Tells all handlers that run that their work is no longer wanted. */
  abort(): void {
    for (const run of this.#runs.values()) run.abort();
  }

  #begin(event: BusEvent, handler: (signal: AbortSignal) => unknown): Observable<unknown> {
    const key = keyOf(event);
    // A stream that nobody can ask for a second time may be endless.
    const keep = !this.#isStream || key !== event.id;
    const run = new HandlerRun(keep, (failed) => {
      if (failed) this.#runs.delete(key);
      else this.#keep(key);
    });
    this.#runs.set(key, run);
    return new Observable((observer) => {
      observer.add(run.replies$.subscribe(observer));
      run.start(this.#isStream, handler);
    });
  }

  #keep(key: string): void {
    this.#done.add(key);
    if (this.#done.size <= this.#remember) return;
    const [oldest] = this.#done;
    this.#done.delete(oldest!);
    this.#runs.delete(oldest!);
  }
}

function keyOf({ idempotencykey, id }: BusEvent): string {
  return idempotencykey ?? id;
}
