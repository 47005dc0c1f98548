import { computed, linkedSignal, type Signal, untracked } from '@angular/core';
import type { Readable } from '@busbar/core';
import { follow } from './follow.ts';
import { type Reactive, read } from './reactive.ts';

/** The value of a readable, for as long as the owner of the injection context lives. */
export function signalOf<Value>(source: Reactive<Readable<Value>>): Signal<Value> {
  const readable = computed(() => read(source));
  const value = linkedSignal(() => {
    const now = readable();
    return untracked(() => now.get());
  });
  follow(typeof source === 'function' ? readable : source, (now) => {
    const take = (): void => {
      if (untracked(readable) === now) value.set(now.get());
    };
    const subscription = now.subscribe(take);
    // What came between the first reading and now.
    take();
    return subscription;
  });
  return value;
}
