import type { BusEvent } from '@busbar/core';
import { defer, Observable } from 'rxjs';
import { HandlerRun } from './handler-run.ts';

/**
 * Runs a handler once for each idempotency key: who asks while it runs, or after it has replied, is given the same replies.
 * A run that failed is forgotten, and so is one that nobody wants any more, unless it replies in the end.
 */
export class HandlerRuns {
  readonly #isStream: boolean;
  readonly #remember: number;
  readonly #runs = new Map<string, HandlerRun>();
  /** Keys of runs that have replied, the oldest first. */
  readonly #done = new Set<string>();
  /** The same of requests without a key, which come again only where they are delivered twice. They push out no others. */
  readonly #doneOnce = new Set<string>();

  constructor(isStream: boolean, remember: number) {
    this.#isStream = isStream;
    this.#remember = remember;
  }

  /** The replies to a request: those of a run that there is or was, else of a new one. Cold. */
  repliesTo(event: BusEvent, handler: (signal: AbortSignal) => unknown): Observable<unknown> {
    return defer(() => this.#runs.get(keyOf(event))?.replies$ ?? this.#begin(event, handler));
  }

  /** Lets go of what was replied to a request, as something is wrong with it. */
  forget(event: BusEvent): void {
    this.#runs.delete(keyOf(event));
    this.#done.delete(keyOf(event));
    this.#doneOnce.delete(event.id);
  }

  /** Tells all handlers that run that their work is no longer wanted. */
  abort(): void {
    for (const run of this.#runs.values()) run.abort();
  }

  #begin(event: BusEvent, handler: (signal: AbortSignal) => unknown): Observable<unknown> {
    const key = keyOf(event);
    const isKeyed = key !== event.id;
    // A stream that nobody can ask for a second time may be endless.
    const keep = !this.#isStream || isKeyed;
    const run = new HandlerRun(keep, (outcome) => {
      if (outcome === 'replied') this.#keep(key, run, isKeyed ? this.#done : this.#doneOnce);
      else if (this.#runs.get(key) === run) this.#runs.delete(key);
    });
    this.#runs.set(key, run);
    return new Observable((observer) => {
      observer.add(run.replies$.subscribe(observer));
      run.start(this.#isStream, handler);
    });
  }

  /** Remembers the first run of a key that replies, also where another has begun since nobody wanted it. */
  #keep(key: string, run: HandlerRun, done: Set<string>): void {
    if (done.has(key)) return;
    this.#runs.set(key, run);
    done.add(key);
    if (done.size <= this.#remember) return;
    const [oldest] = done;
    done.delete(oldest!);
    this.#runs.delete(oldest!);
  }
}

function keyOf({ idempotencykey, id }: BusEvent): string {
  return idempotencykey ?? id;
}
