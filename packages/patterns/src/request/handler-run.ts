import { defer, Observable, type ObservableInput, ReplaySubject, Subject } from 'rxjs';
import { isThenable } from '../is-thenable.ts';

/** What becomes of a run. One that is aborted may come to an end all the same. */
type Outcome = 'replied' | 'failed' | 'aborted';

/** One run of a handler: its replies, for all who ask for them, until none of them wants them any more. */
export class HandlerRun {
  /** The replies. Who unsubscribes does not want them any more. */
  readonly replies$: Observable<unknown>;
  readonly #controller = new AbortController();
  readonly #replies: Subject<unknown>;
  readonly #tell: (outcome: Outcome) => void;
  #wanted = 0;
  #over = false;

  /** With `keep`, those who come later are given all replies from the first one on. `tell` is told what becomes of it, before they are. */
  constructor(keep: boolean, tell: (outcome: Outcome) => void) {
    this.#replies = keep ? new ReplaySubject() : new Subject();
    this.#tell = tell;
    this.replies$ = new Observable((observer) => {
      this.#wanted++;
      observer.add(this.#replies.subscribe(observer));
      observer.add(() => {
        if (--this.#wanted === 0) this.abort();
      });
    });
  }

  /** Tells the handler that its work is no longer wanted. What it comes to is heard all the same; a stream ends. */
  abort(): void {
    if (this.#over) return;
    this.#tell('aborted');
    this.#controller.abort();
  }

  start(isStream: boolean, handler: (signal: AbortSignal) => unknown): void {
    const follow = (answer: unknown): void => (isStream && isManifold(answer) ? this.#stream(answer) : this.#reply(answer));
    try {
      const answer = handler(this.#controller.signal);
      if (isThenable(answer)) answer.then(follow, (error) => this.#fail(error));
      else follow(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  #reply(answer: unknown): void {
    this.#end('replied', () => {
      this.#replies.next(answer);
      this.#replies.complete();
    });
  }

  #stream(answer: ObservableInput<unknown>): void {
    const { signal } = this.#controller;
    // What only looks like a stream is an error of it.
    const running = defer(() => answer).subscribe({
      next: (reply) => this.#replies.next(reply),
      error: (error) => this.#fail(error),
      complete: () => this.#end('replied', () => this.#replies.complete()),
    });
    const leave = (): void => {
      running.unsubscribe();
      this.#fail(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
  }

  #fail(error: unknown): void {
    this.#end('failed', () => this.#replies.error(error));
  }

  #end(outcome: Outcome, say: () => void): void {
    if (this.#over) return;
    this.#over = true;
    this.#tell(outcome);
    say();
  }
}

/** Says whether it gives several replies: an Observable, of whichever copy of RxJS, or an async iterable. */
function isManifold(answer: unknown): answer is ObservableInput<unknown> {
  const { subscribe, [Symbol.asyncIterator]: iterate } = (answer ?? {}) as AsyncIterable<unknown> & { subscribe: unknown };
  return typeof subscribe === 'function' || typeof iterate === 'function';
}
