import type { AnyEventContract, Bus, BusEvent, OutputOf, Readable } from '@busbar/core';
import type { Observable } from 'rxjs';
import { assertKeyed } from './assert-keyed.ts';
import { LiveCollection } from './live-collection.ts';

/** What happened to one key. */
export type CollectionChange<Key, Data> =
  | { readonly kind: 'set'; readonly key: Key; readonly data: Data; readonly previous?: Data; readonly event: BusEvent<Data> }
  /** `event` is the tombstone, or the event whose time to live has passed. */
  | { readonly kind: 'deleted'; readonly key: Key; readonly previous: Data; readonly event: BusEvent<Data> };

/** The newest payload of each key, as the events of a contract carry it. Read-only; payloads are those of the events, frozen. */
export interface Collection<Key, Data> {
  readonly size: number;
  get(key: Key): Data | undefined;
  has(key: Key): boolean;
  /** The keys, in the order in which they came. */
  keys(): readonly Key[];
  /** All entries, in the order in which their keys came; the same map until something changes, and never changed itself. */
  readonly all: Readable<ReadonlyMap<Key, Data>>;
  /** One entry; `undefined` before it came and after it was deleted. Its observers hear of this key only. */
  entry(key: Key): Readable<Data | undefined>;
  /** What changes from now on, one for each event; completes with the collection. */
  readonly changes: Observable<CollectionChange<Key, Data>>;
  /** Ends it. What it holds by then can still be read. Disposing of the bus does the same. */
  stop(): void;
}

/**
 * Reads the events of a contract that are retained by key as a collection: one entry per key, the newest. What is retained
 * is there at once (in a handler with `delivery: 'sync'`, as soon as that has returned); a payload for which `retain.tombstone` answers true takes its entry away, and so does a time to live.
 *
 * It changes with `emit`, in the order of the events; observers hear of it in the microtask after.
 *
 * @throws BusError `invalid-contract` where the contract does not retain by key; `forbidden`, `disposed`.
 * @example
 * const stock = collection(bus, catalogue.levelChanged);   // retain: { last: 1, by: ({ sku }) => sku }
 * stock.get('A-1')?.level;
 * stock.entry('A-1').subscribe((entry) => show(entry?.level ?? 'gone'));
 */
export function collection<Contract extends AnyEventContract>(
  bus: Bus,
  contract: Contract,
): Collection<string | number, OutputOf<Contract>> {
  const live = new LiveCollection<OutputOf<Contract>>(bus, contract, assertKeyed(contract));
  return Object.freeze({
    get size() {
      return live.size;
    },
    get: (key: string | number) => live.get(key),
    has: (key: string | number) => live.has(key),
    keys: () => live.keys(),
    all: live.all,
    entry: (key: string | number) => live.entry(key),
    changes: live.changes,
    stop: () => live.stop(),
  });
}
