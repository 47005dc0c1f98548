import type { Hub } from '@busbar/core';

const key = Symbol.for('busbar.hub');
type Page = { [key]?: Hub };

/**
 * Calls back with each hub of the page: the one that is there, and any that is put there later, before its maker can use it.
 *
 * Whoever wants to make a hub looks for one first. A getter where every page inherits from hears of that, finds nothing, and
 * listens for the definition that follows at once.
 */
export function watchForHub(found: (hub: Hub) => void): void {
  const page = globalThis as Page;
  if (page[key]) found(page[key]);
  Object.defineProperty(Object.getPrototypeOf(page), key, {
    configurable: true,
    get() {
      awaitDefinition(found);
      return undefined;
    },
    set(this: Page, hub: Hub) {
      Object.defineProperty(this, key, { value: hub, configurable: true, writable: true });
      found(hub);
    },
  });
}

/** What stands in the place of `Object.defineProperty` while somebody may be about to define a hub. */
let listener: typeof Object.defineProperty | undefined;

/** Listens until the hub is defined, or until the code that looked for it is through. */
function awaitDefinition(found: (hub: Hub) => void): void {
  const { defineProperty } = Object;
  // Somebody has looked for one before, in the same turn.
  if (defineProperty === listener) return;
  const listening: typeof defineProperty = (target, name, descriptor) => {
    const answer = defineProperty(target, name, descriptor);
    if (name === key) {
      end();
      found((target as Page)[key]!);
    }
    return answer;
  };
  const end = (): void => {
    if (Object.defineProperty === listening) Object.defineProperty = defineProperty;
  };
  listener = listening;
  try {
    Object.defineProperty = listening;
  } catch {
    // Some pages freeze what all code has in common. The hub is found a little later there.
  }
  queueMicrotask(() => {
    end();
    const hub = Object.getOwnPropertyDescriptor(globalThis, key)?.value;
    if (hub) found(hub);
  });
}
