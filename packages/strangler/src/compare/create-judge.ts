import { type Bus, BusError } from '@busbar/core';
import { stranglerEvents } from '../strangler-events.ts';
import type { CompareOptions } from './compare-with-store.ts';
import type { ComparisonRecord } from './comparison-record.ts';
import type { Difference } from './difference.ts';
import { eventsThatWait } from './events-that-wait.ts';
import { type DifferingPath, type EqualPairs, findDifferences } from './find-differences.ts';

/** What a look at both sides says; `unmoved`: nothing has come since they agreed; `undecided`: they do not rest yet. */
export type Verdict<View> = 'agreed' | 'unmoved' | 'undecided' | 'failed' | Difference<View>;

const mostPaths = 20;

/** Makes the function that looks at both sides. It throws nothing: where a function that was handed in does, `fail` is told. */
export function createJudge<State, View>(
  bus: Bus,
  options: CompareOptions<State, View>,
  record: ComparisonRecord<State>,
  fail: (error: unknown) => void,
): () => Verdict<View> {
  const { store, readable, settle = 100, within = 5_000 } = options;
  const equal: EqualPairs = new WeakMap();
  const failed = new Set<string>();
  let agreedAt: number | undefined;
  let agreedOn: readonly unknown[] | undefined;

  function judge(): Verdict<View> {
    const state = ask('store.getState', () => store.getState());
    const own = ask('select', () => options.select(state));
    const other = ask('readable.get', () => readable.get());
    const waiting = eventsThatWait(bus, options.events);
    if (isSame(own, other)) {
      // What waits may lead away from here: without what came before, nobody would understand why.
      record.agree(state, waiting === 0);
      if (waiting === 0) agreedAt = Date.now();
      return isNews([own, other, record.seen.events]) ? 'agreed' : 'unmoved';
    }
    if (record.quietFor >= settle && waiting === 0) return differenceOf(own, other, 0);
    record.catchUp(state, (earlier) =>
      isSame(
        ask('select', () => options.select(earlier)),
        other,
      ),
    );
    const { unreachedSince = Number.POSITIVE_INFINITY } = record.states;
    return performance.now() - unreachedSince >= within ? differenceOf(own, other, waiting) : 'undecided';
  }

  /** What the store does elsewhere says nothing of what is compared. */
  function isNews(found: readonly unknown[]): boolean {
    const before = agreedOn;
    agreedOn = found;
    return !before || found.some((part, index) => !Object.is(part, before[index]));
  }

  function isSame(own: View, other: View): boolean {
    if (options.compare) return ask('compare', () => options.compare!(own, other));
    return find(own, other, 1).length === 0;
  }

  function find(own: View, other: View, limit: number): readonly DifferingPath[] {
    return ask('what is compared', () => findDifferences(own, other, limit, equal));
  }

  function differenceOf(own: View, other: View, waiting: number): Difference<View> {
    const found = find(own, other, mostPaths);
    const { actions, events } = record;
    agreedOn = undefined;
    return {
      comparison: options.name,
      store: own,
      bus: other,
      paths: found.length > 0 ? found : [{ path: '', store: own, bus: other }],
      actions: actions.items,
      events: events.items,
      dropped: { actions: actions.dropped, events: events.dropped },
      agreedAt,
      waiting,
    };
  }

  function ask<Answer>(callback: string, question: () => Answer): Answer {
    try {
      return question();
    } catch (cause) {
      const { type } = stranglerEvents.differed;
      const source = bus.source;
      if (!failed.has(callback)) fail(new BusError('callback-failed', { callback, type, source }, cause));
      failed.add(callback);
      throw failure;
    }
  }

  return () => {
    try {
      return judge();
    } catch (error) {
      if (error !== failure) fail(error);
      return 'failed';
    }
  };
}

/** Thrown once the failure has been told. */
const failure = new Error();
