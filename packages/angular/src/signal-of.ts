import { computed, linkedSignal, type Signal, untracked, type ValueEqualityFn } from '@angular/core';
import type { Readable } from '@busbar/core';
import { follow } from './follow.ts';
import { type Reactive, read } from './reactive.ts';

/** What is selected of a readable, which is found by its source, for as long as the owner of the injection context lives. */
export function signalOf<Source, Value, Selected>(
  source: Reactive<Source>,
  readableOf: (source: Source) => Readable<Value>,
  select: (value: Value) => Selected,
  equal: ValueEqualityFn<Selected> | undefined,
): Signal<Selected> {
  const asked = computed(() => read(source));
  const readable = computed(() => {
    const now = asked();
    // A contract that is new to the page is news, which somebody may take as a reason to write a signal.
    return untracked(() => readableOf(now));
  });
  const newest = linkedSignal(() => {
    const now = readable();
    return untracked(() => now.get());
  });
  follow(asked, () => {
    const take = (): void => newest.set(untracked(readable).get());
    // What came between the first reading and now.
    take();
    return readable().subscribe(take);
  });
  return computed(() => select(newest()), { equal });
}
