import { type Bus, createBus, defineEvents } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { fields } from './fields.ts';

/** What an application or parcel left behind on the bus when it was unmounted. */
export interface Leak {
  /** The name of the application or parcel. */
  readonly name: string;
  /** What its subscriptions listen to that were made as its source, but not through its scope: event names and patterns. */
  readonly targets: readonly string[];
}

/** The event that `withBus` puts on the bus. It is shown to `window`, and not heard from there. */
export const singleSpa = /* @__PURE__ */ defineEvents('singleSpa', {
  /** An application or parcel was unmounted and still listens. */
  leaked: { version: 1, schema: /* @__PURE__ */ fields<Leak>(inDevelopment && { name: '', targets: [] }), dom: 'out' },
});

/**
 * Remembers what is subscribed under the source of a scope. The function that it gives tells of what has come since and is
 * still there.
 */
export function watchForLeaks(scope: Bus, name: string): () => void {
  const listening = () => scope.metrics().subscriptions.filter(({ source }) => source === scope.source);
  const before = new Set(listening().map(({ id }) => id));
  return () => {
    const left = listening().filter(({ id }) => !before.has(id));
    if (left[0]) report(scope, { name, targets: left.map(({ target }) => target) });
  };
}

function report({ hub }: Bus, leak: Leak): void {
  if (inDevelopment) {
    const targets = leak.targets.map((target) => `"${target}"`).join(', ');
    console.warn(
      `[busbar leaked] "${leak.name}" was unmounted and still listens to ${targets}: subscribed under its name, but not through the prop bus. Subscribe through that, or end the subscription in unmount.`,
    );
  }
  // Under a source of its own, and not through the host's bus, which may not be allowed to publish this.
  createBus({ source: 'single-spa', hub }).emit(singleSpa.leaked, leak);
}
