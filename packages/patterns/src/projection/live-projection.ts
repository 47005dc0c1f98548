import { type Bus, BusError, type BusEvent, report, type Subscriber, type Subscription, whenDisposed } from '@busbar/core';
import { inDevelopment } from '../development.ts';
import type { Projection } from './define-projection.ts';
import { contractFor } from './fold.ts';
import { Folding } from './folding.ts';
import { Gate } from './gate.ts';
import { Observers } from './observers.ts';
import { isLetterOf, OwnLetters } from './own-letters.ts';
import type { History, ProjectOptions, Snapshot } from './projected.ts';
import type {} from './projection-errors.ts';
import { readEvents } from './read-events.ts';
import { retainedEvents } from './retained-events.ts';

/** A projection at work on a bus. */
export class LiveProjection<State> {
  readonly observers: Observers<State>;
  readonly #bus: Bus;
  readonly #projection: Projection<State>;
  readonly #history: History | undefined;
  readonly #subscription: Subscription;
  readonly #subscriber: Subscriber;
  /** What people see. */
  #shown: Folding<State>;
  /** Live events wait for it while a history is read. */
  #gate: Gate | undefined;
  #ready: Promise<void> = Promise.resolve();
  /** The reading that counts. Opened when another takes its place or the projection ends, however long the history goes on. */
  #reading: Gate | undefined;
  #isOver = false;
  readonly #ends = new Set<() => void>();

  constructor(bus: Bus, projection: Projection<State>, { history, signal }: ProjectOptions, snapshot?: Snapshot<State>) {
    this.#bus = bus;
    this.#projection = projection;
    this.#history = history;
    this.#shown = new Folding(bus, projection, snapshot);
    this.observers = new Observers(
      () => this.#shown.state,
      (error) => report(bus, error),
    );
    // Keys are asked for here, in the history as well; and a state cannot do without an event because many wait.
    const options = { replay: false, dedupe: false, maxQueue: Infinity };
    this.#subscription = bus.on(projection.contracts, (event) => this.#receive(event), options);
    this.#subscriber = bus.metrics().subscriptions.at(-1)!;
    this.#begin(history, this.#shown.copy());
    const stop = (): void => this.stop();
    this.whenOver(whenDisposed(bus, stop));
    signal?.addEventListener('abort', stop);
    this.whenOver(() => signal?.removeEventListener('abort', stop));
    if (signal?.aborted) stop();
  }

  get shown(): Folding<State> {
    return this.#shown;
  }

  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Calls back when it ends, at once if it has; the answer takes that back. */
  whenOver(end: () => void): () => void {
    if (this.#isOver) end();
    else this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  async rebuild(history = this.#history): Promise<void> {
    const { source } = this.#bus;
    if (this.#isOver) throw new BusError('disposed', { action: 'rebuild', source });
    // An iterator has given what it had: without an error the state would be an empty one.
    if (history === this.#history && 'next' in Object(history)) {
      throw new BusError('invalid-option', {
        option: 'history',
        given: history,
        expected: 'an iterable',
        source,
      });
    }
    this.#begin(history, new Folding(this.#bus, this.#projection));
    await this.#ready;
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#reading?.open();
    this.#reading = undefined;
    this.#subscription();
    this.observers.clear();
    for (const end of this.#ends) end();
  }

  #receive(event: BusEvent): Promise<void> | void {
    if (this.#gate) return this.#gate.opened.then(() => this.#receive(event));
    if (this.#isDeadAgain(event)) return;
    const { state } = this.#shown;
    this.#shown.takeLive(event);
    if (!Object.is(this.#shown.state, state)) this.observers.change();
  }

  /** A redriven event may wait while a history is read in which it fails once more: that has made it a letter already. */
  #isDeadAgain({ id, redriveof }: BusEvent): boolean {
    if (!redriveof) return false;
    const isOwn = isLetterOf(this.#bus, this.#subscriber);
    return this.#bus.deadLetters.list((letter) => letter.event.id === id && isOwn(letter)).length > 0;
  }

  #begin(history: History | undefined, folding: Folding<State>): void {
    const reading = new Gate();
    this.#reading?.open();
    this.#reading = reading;
    const letters = new OwnLetters(this.#bus, this.#subscriber);
    const retained = retainedEvents(
      this.#bus,
      this.#projection.contracts.map(({ type }) => type),
    );
    const finish = (): void => {
      for (const event of retained) letters.attempt((one) => folding.takeRetained(one), event);
      letters.discardMended();
      this.#show(folding);
    };
    if (!history) {
      this.#ready = Promise.resolve();
      return finish();
    }
    this.#gate ??= new Gate();
    const take = (event: BusEvent): void => {
      if (!contractFor(this.#projection, event)) return;
      assertId(event);
      letters.attempt((one) => folding.takeStored(one), event);
    };
    const isOver = (): boolean => this.#reading !== reading;
    this.#ready = Promise.race([readEvents(history, folding.position, take, isOver), reading.opened]).then(
      () => {
        if (isOver()) return this.#successor();
        folding.endHistory();
        return finish();
      },
      (error) => (isOver() ? this.#successor() : this.#fail(error)),
    );
    this.#ready.catch(() => {});
  }

  #show(folding: Folding<State>): void {
    const { state } = this.#shown;
    this.#shown = folding;
    if (!Object.is(folding.state, state)) this.observers.change();
    this.#gate?.open();
    this.#gate = undefined;
  }

  /** What took the place of a reading, if it was not the end. */
  #successor(): Promise<void> | undefined {
    return this.#isOver ? undefined : this.#ready;
  }

  /** Live events go on waiting: without those of before they would make a wrong state. */
  #fail(cause: unknown): never {
    const { source } = this.#bus;
    const { name } = this.#projection;
    const message = inDevelopment
      ? `The history of the projection "${name}" of "${source}" failed, so its state stays as it was and events wait. See the cause, and call rebuild().`
      : '';
    const error = new BusError('history-failed', { projection: name, source, message }, cause);
    report(this.#bus, error);
    throw error;
  }
}

/** @throws TypeError for an event that cannot be told from others. */
function assertId({ id, type }: BusEvent): void {
  if (typeof id !== 'string')
    throw new TypeError(
      inDevelopment ? `An event "${type}" of the history has no \`id\`, by which events are told apart.` : `"${type}" without id`,
    );
}
