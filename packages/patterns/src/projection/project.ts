import { type Bus, isBusError, report } from '@busbar/core';
import { Observable } from 'rxjs';
import { abortSignal, anything, assertOptions, type OptionRule } from '../assert-options.ts';
import { inDevelopment } from '../development.ts';
import type { Projection } from './define-projection.ts';
import { LiveProjection } from './live-projection.ts';
import type { Projected, ProjectOptions, Snapshot } from './projected.ts';
import { restoreSnapshot } from './restore-snapshot.ts';
import { select } from './select.ts';

const history: OptionRule = [
  (given) => typeof given === 'function' || [Symbol.iterator, Symbol.asyncIterator].some((key) => key in Object(given)),
  'events that can be iterated over, or a function that gives such',
];
const rules: Readonly<Record<keyof ProjectOptions, OptionRule>> = { history, snapshot: anything, signal: abortSignal };

/**
 * Brings a projection to life: folds the events of before, then each that comes, until `stop`, the signal, or the end of the bus.
 *
 * Without a `history` these are the retained events, and the state is there when this returns. With one it is there when
 * `ready` has resolved. Live events wait meanwhile, and none is folded twice. An event whose fold throws is a dead letter of
 * this bus and leaves the state as it is; redriving it folds it. Observers are told in the microtask after a change, once
 * for all until then. States are deeply frozen in development.
 *
 * @throws BusError `snapshot-refused` where the snapshot fits neither the projection nor its migrations and there is no
 * history to do without it; `forbidden`, `disposed`, and in development `invalid-option`.
 * @example
 * const total = project(bus, cartTotal);
 * total.subscribe((sum) => show(sum));
 */
export function project<State>(bus: Bus, projection: Projection<State>, options: ProjectOptions = {}): Projected<State> {
  if (inDevelopment) assertOptions(options, rules, bus.source);
  const live = new LiveProjection(bus, projection, options, begin(bus, projection, options));
  const readable = {
    get: () => live.shown.state,
    subscribe: live.observers.subscribe.bind(live.observers),
  };
  const projected: Omit<Projected<State>, 'select'> & { select: unknown } = {
    ...readable,
    state$: new Observable((observer) => {
      observer.add(readable.subscribe((state) => observer.next(state)));
      observer.next(readable.get());
      observer.add(live.whenOver(() => observer.complete()));
    }),
    get ready() {
      return live.ready;
    },
    get position() {
      return live.shown.position;
    },
    select: (asked: never, ...rest: readonly unknown[]) => select(readable, asked, ...rest),
    snapshot: () => live.shown.snapshot(),
    rebuild: (history) => live.rebuild(history),
    stop: () => live.stop(),
  };
  return Object.freeze(projected) as Projected<State>;
}

/** The snapshot to begin with. Where there is a history, that does as well. */
function begin<State>(
  bus: Bus,
  projection: Projection<State>,
  { snapshot, history }: ProjectOptions,
): Snapshot<State> | undefined {
  if (snapshot === undefined) return undefined;
  try {
    return restoreSnapshot(projection, snapshot, bus.source);
  } catch (error) {
    if (!history || !isBusError(error, 'snapshot-refused')) throw error;
    if (error.cause) report(bus, error);
    return undefined;
  }
}
