import { untrack } from 'svelte';
import { effect } from './effect.svelte.ts';

/** What is to go on for as long as its key is the same. */
interface Activity {
  readonly key: readonly unknown[];
  begin(): () => void;
}

/**
 * Begins an activity at once, another one when the source answers one with another key, and ends each when the next begins,
 * and with the component or effect root. What the first `begin` throws goes to the caller.
 */
export function follow(source: () => Activity | undefined): void {
  let now: Activity | undefined;
  let end: (() => void) | undefined;
  const turnTo = (next?: Activity): void => {
    if (next && now && haveSameItems(next.key, now.key)) return;
    now = next;
    end?.();
    end = next?.begin();
  };
  effect(() => {
    const next = source();
    untrack(() => turnTo(next));
  });
  effect(() => turnTo);
}

export function haveSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
