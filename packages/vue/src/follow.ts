import { onScopeDispose, watch } from 'vue';

/**
 * Starts something for the value of a source, at once and anew whenever the value changes, and ends it when the next
 * begins, with the scope, or by the returned function. What the first start throws goes to the caller, what a later one
 * throws to Vue's error handler.
 */
export function follow<Value>(
  source: () => Value,
  start: (value: Value, before?: Value) => (() => void) | undefined,
): () => void {
  let end = start(source());
  const unwatch = watch(
    source,
    (value, before) => {
      end?.();
      end = undefined;
      end = start(value, before);
    },
    // An event emitted right after the change belongs to the new state of affairs.
    { flush: 'sync' },
  );
  const stop = (): void => {
    unwatch();
    end?.();
    end = undefined;
  };
  onScopeDispose(stop, true);
  return stop;
}
