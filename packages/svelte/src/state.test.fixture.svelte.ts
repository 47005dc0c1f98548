/** A value with runes, for tests that are plain TypeScript. */
export function state<Value>(first: Value): { current: Value } {
  let now = $state.raw(first);
  return {
    get current() {
      return now;
    },
    set current(next) {
      now = next;
    },
  };
}

/** Runs something in an effect root, and returns the function that ends it. */
export const root = (run: () => void): (() => void) => $effect.root(run);

/** Runs something in an effect: again when what it reads has changed. */
export function effect(run: () => void): void {
  $effect(run);
}

/** A value that is derived of others. */
export function derived<Value>(from: () => Value): { readonly current: Value } {
  const now = $derived.by(from);
  return {
    get current() {
      return now;
    },
  };
}
