import { type Bus, type Readable, report } from '@busbar/core';
import type { Store } from '../store.ts';
import { checkOptions } from './check-options.ts';
import { createComparisonRecord } from './comparison-record.ts';
import { afterCheck, type ComparisonSummary, emptySummary, type SafeAfter } from './comparison-summary.ts';
import { createJudge } from './create-judge.ts';
import { createReadable } from './create-readable.ts';
import type { Difference } from './difference.ts';
import type { TracedEvents } from './events-that-wait.ts';
import { createDifferenceTeller } from './tell-difference.ts';

/** What is compared, and how. */
export interface CompareOptions<State, View> {
  /** What differences are told under, such as `cart`. */
  readonly name: string;
  readonly store: Store<State>;
  /** What of the state is compared: has to be shaped as what the readable says. */
  select(state: State): View;
  /** What the first consumer reads: `bus.latest(contract)`, a projection. Where it has a promise `ready`, comparing begins then. */
  readonly readable: Readable<View> & { readonly ready?: Promise<unknown> };
  /** The events that the readable is made of, for the trace: a contract, several, or a pattern. */
  readonly events: TracedEvents;
  /** Whether both say the same. Default: the same data; the order of keys and fields that are `undefined` do not matter. */
  compare?(store: View, bus: View): boolean;
  /** Milliseconds without an action, an event or a change, after which both have to agree. Default 100. */
  readonly settle?: number;
  /** Milliseconds within which the bus has to come to where the store is, though it never rests. Default 5,000. */
  readonly within?: number;
  /** How many actions, and how many events, are remembered since the last agreement. Default 100. */
  readonly traceLimit?: number;
  /** `false`: `strangler:differed` has no values and no payloads, which may be personal; `onDifference` has them. Default `true`. */
  readonly values?: boolean;
  /** When `summary` says that it is safe to go on. Default: 100 agreements in a row. */
  readonly safeAfter?: SafeAfter;
  /** Told of each difference, with the values themselves. */
  onDifference?(difference: Difference<View>): void;
  /** Told when one of the functions here throws, or a difference cannot be emitted. Default: the `onError` of the bus. */
  onError?(error: unknown): void;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/** A comparison that runs. */
export interface Comparison {
  /** What it has come to, after each check. */
  readonly summary: Readable<ComparisonSummary>;
  /** Ends it. It also ends with the bus. */
  stop(): void;
}

/**
 * Compares a slice of a store with what is folded from events, while both work, and tells where they differ.
 *
 * A store changes at once and events are handled later, so both are compared when they rest: after `settle` milliseconds in
 * which nothing happened, and when no handler has one of the events before it. Where they never rest, the bus may be where the
 * store was a moment ago, for at most `within` milliseconds. A difference is told to `onDifference` and as
 * `strangler:differed`, with the actions and the events since both agreed; each place once, until they agree again.
 *
 * The bus has to be allowed to publish `strangler:*`. Begins at once, with what is there: where the store has a past that
 * events do not tell, begin the projection with it.
 *
 * @throws BusError `invalid-option`; `forbidden` and `disposed`, too, unless it waits for `ready` first: then `onError` is told.
 *
 * @example
 * const comparison = compareWithStore(bus, {
 *   name: 'cart',
 *   store: reduxStore(store),
 *   select: (state) => state.cart,
 *   readable: project(bus, cartProjection),
 *   events: [cart.itemAdded, cart.itemRemoved],
 * });
 * comparison.summary.subscribe(({ safe }) => safe && console.log('The slice can go.'));
 */
export function compareWithStore<State, View>(bus: Bus, options: CompareOptions<State, View>): Comparison {
  checkOptions(options as never, bus.source);
  const { store, readable, signal, settle = 100 } = options;
  const fail = options.onError?.bind(options) ?? ((error: unknown) => report(bus, error));
  const record = createComparisonRecord<State>(options.traceLimit ?? 100, wake);
  const judge = createJudge(bus, options, record, fail);
  const teller = createDifferenceTeller(bus, options, fail);
  const summary = createReadable(emptySummary(Date.now()), fail);
  const endings: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  function begin(): void {
    if (ended || bus.disposed) return;
    // Ends with the bus, which completes what it gives.
    const events = bus.events$(options.events as string, { replay: false });
    const listening = events.subscribe({ next: record.noteEvent, complete: stop });
    endings.push(
      () => listening.unsubscribe(),
      store.actions((action, { after }) => record.noteAction(action, after)),
      store.subscribe(() => record.noteState(store.getState())),
      readable.subscribe(record.touch),
    );
    record.noteState(store.getState());
  }

  function wake(): void {
    if (!ended) timer ??= setTimeout(look, settle);
  }

  function look(): void {
    timer = undefined;
    const verdict = judge();
    const rest = settle - record.quietFor;
    if (verdict === 'undecided') timer = setTimeout(look, rest > 0 ? rest : Math.max(settle, 10));
    if (verdict === 'undecided' || verdict === 'failed') return;
    if (verdict === 'unmoved') return summary.set({ ...summary.get(), ...record.seen });
    const agrees = verdict === 'agreed';
    summary.set(afterCheck(summary.get(), agrees, Date.now(), { ...record.seen }, options.safeAfter ?? {}));
    if (agrees) teller.agree();
    else teller.tell(verdict);
  }

  function stop(): void {
    ended = true;
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    for (const end of endings.splice(0)) end();
  }

  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  else if (readable.ready) readable.ready.then(begin).catch(fail);
  else begin();
  return { summary: { get: summary.get, subscribe: summary.subscribe }, stop };
}
