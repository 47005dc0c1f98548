import { type AnyEventContract, type Bus, type BusEvent, type Readable, report, whenDisposed } from '@busbar/core';
import { asapScheduler, type Observable, observeOn, Subject } from 'rxjs';
import { isThenable } from '../is-thenable.ts';
import { longestTimer } from '../longest-timer.ts';
import { Observers } from '../projection/observers.ts';
import { toSubscription } from '../to-subscription.ts';
import type { Keyed } from './assert-keyed.ts';
import type { CollectionChange } from './collection.ts';

type Key = string | number;
interface Entry<Data> {
  readonly event: BusEvent<Data>;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
}

/** The entries of a collection, kept up to date. */
export class LiveCollection<Data> {
  readonly all: Readable<ReadonlyMap<Key, Data>>;
  readonly changes: Observable<CollectionChange<Key, Data>>;
  readonly #bus: Bus;
  readonly #retain: Keyed;
  readonly #entries = new Map<Key, Entry<Data>>();
  readonly #changes = new Subject<CollectionChange<Key, Data>>();
  readonly #ends: (() => void)[] = [];
  #map: ReadonlyMap<Key, Data> | undefined;

  constructor(bus: Bus, contract: AnyEventContract, retain: Keyed) {
    this.#bus = bus;
    this.#retain = retain;
    this.all = this.#readable(
      () => this.#snapshot(),
      () => true,
    );
    this.changes = this.#changes.pipe(observeOn(asapScheduler));
    // What is retained comes while `on` runs, and every event while `emit` does.
    this.#ends.push(bus.on(contract, (event) => this.#take(event), { delivery: 'sync' }));
    this.#ends.push(whenDisposed(bus, () => this.stop()));
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Data | undefined {
    return this.#entries.get(key)?.event.data;
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  keys(): readonly Key[] {
    return [...this.#entries.keys()];
  }

  entry(key: Key): Readable<Data | undefined> {
    return this.#readable(
      () => this.get(key),
      (changed) => changed === key,
    );
  }

  stop(): void {
    for (const end of this.#ends) end();
    for (const { timer } of this.#entries.values()) clearTimeout(timer);
    this.#changes.complete();
  }

  #take(event: BusEvent<Data>): void {
    const { by, tombstone } = this.#retain;
    const key: unknown = by(event.data);
    if (typeof key !== 'string' && typeof key !== 'number') throw new TypeError(`It answered ${String(key)}.`);
    // What is redriven may be older than what has come meanwhile.
    if (event.sequence <= (this.#entries.get(key)?.event.sequence ?? 0)) return;
    const isGone: unknown = tombstone?.(event.data);
    if (isGone && !isThenable(isGone)) this.#delete(key, event);
    else this.#set(key, event);
  }

  #set(key: Key, event: BusEvent<Data>): void {
    const before = this.#entries.get(key);
    clearTimeout(before?.timer);
    this.#entries.set(key, { event, timer: this.#expire(key, event) });
    const { data } = event;
    this.#tell({ kind: 'set', key, data, event, ...(before && { previous: before.event.data }) });
  }

  #delete(key: Key, event: BusEvent<Data>): void {
    const before = this.#entries.get(key);
    if (!before) return;
    clearTimeout(before.timer);
    this.#entries.delete(key);
    this.#tell({ kind: 'deleted', key, previous: before.event.data, event });
  }

  #expire(key: Key, event: BusEvent<Data>): Entry<Data>['timer'] {
    const { expirytime = Infinity } = event;
    const left = expirytime - performance.timeOrigin - performance.now();
    return left > longestTimer ? undefined : setTimeout(() => this.#delete(key, event), left);
  }

  #tell(change: CollectionChange<Key, Data>): void {
    this.#map = undefined;
    this.#changes.next(change);
  }

  #snapshot(): ReadonlyMap<Key, Data> {
    this.#map ??= new Map([...this.#entries].map(([key, { event }]) => [key, event.data]));
    return this.#map;
  }

  #readable<Value>(get: () => Value, concerns: (key: Key) => boolean): Readable<Value> {
    return {
      get,
      subscribe: (observer) => {
        const observers = new Observers(get, (error) => report(this.#bus, error));
        const observed = observers.subscribe(observer);
        const changed = this.#changes.subscribe(({ key }) => concerns(key) && observers.change());
        return toSubscription(() => {
          changed.unsubscribe();
          observed();
        });
      },
    };
  }
}
