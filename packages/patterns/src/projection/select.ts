import type { Readable, ReadableObserver, Subscription } from '@busbar/core';
import { toSubscription } from '../to-subscription.ts';
import type { SelectOptions } from './projected.ts';

type Input = ((state: never) => unknown) | Readable<unknown>;

/** What a function makes of a readable value, or of several parts of it and other readables. */
export function select(
  source: Readable<unknown>,
  asked: ((state: never) => unknown) | readonly Input[],
  ...rest: readonly unknown[]
): Readable<unknown> {
  if (typeof asked === 'function') return selection([source], [() => source.get()], asked, rest[0] as SelectOptions<unknown>);
  const reads = asked.map((input) => (typeof input === 'function' ? remembered([() => source.get()], input) : () => input.get()));
  const others = asked.filter((input) => typeof input !== 'function');
  const [combine, options] = rest as [(...values: never[]) => unknown, SelectOptions<unknown>?];
  return selection([...new Set([source, ...others])], reads, combine, options);
}

function selection(
  sources: readonly Readable<unknown>[],
  reads: readonly (() => unknown)[],
  combine: (...values: never[]) => unknown,
  { compare }: SelectOptions<unknown> = {},
): Readable<unknown> {
  const get = remembered(reads, combine, compare);
  return Object.freeze({ get, subscribe: (observer: ReadableObserver<unknown>) => follow(sources, get, observer) });
}

/** Asks `combine` again only when what is read has changed, and keeps the former answer where `compare` finds the new one the same. */
function remembered(
  reads: readonly (() => unknown)[],
  combine: (...values: never[]) => unknown,
  compare: (previous: never, next: never) => boolean = Object.is,
): () => unknown {
  let former: readonly unknown[] | undefined;
  let answer: unknown;
  return () => {
    const values = reads.map((read) => read());
    if (former && values.every((value, index) => Object.is(value, former![index]))) return answer;
    const next = combine(...(values as never[]));
    if (!former || !compare(answer as never, next as never)) answer = next;
    former = values;
    return answer;
  };
}

/** Tells an observer when what `get` answers is another. */
function follow(sources: readonly Readable<unknown>[], get: () => unknown, observer: ReadableObserver<unknown>): Subscription {
  let told = get();
  const look = (): void => {
    const value = get();
    if (Object.is(value, told)) return;
    told = value;
    if (typeof observer === 'function') observer(value);
    else observer.next?.(value);
  };
  const subscriptions = sources.map((source) => source.subscribe(look));
  return toSubscription(() => {
    for (const stop of subscriptions) stop();
  });
}
