import type { Readable } from '@busbar/core';
import { type Accessor, createEffect, createMemo, createRenderEffect, createSignal, onCleanup } from 'solid-js';
import { isServer } from 'solid-js/web';

/** How a component looks at a value. */
export interface Look {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/**
 * Gives what a component selects of a readable, as an accessor that hears of changes until its owner is disposed. While
 * `hydrating`, it looks at the initial value: a page's hub may hold other events than the server's did.
 */
export function follow(source: Accessor<Readable<unknown>>, look: Accessor<Look>, hydrating: unknown): Accessor<unknown> {
  const readable = createMemo(source);
  const [looking, lookAgain] = createSignal(!hydrating, { equals: false });
  const notice = (): unknown => lookAgain(true);
  if (!isServer) {
    if (hydrating) createEffect(notice);
    // Not an effect: those wait until a <Suspense> above has what it waits for, which may depend on this very value.
    createRenderEffect((isAnother) => {
      onCleanup(readable().subscribe(notice));
      if (isAnother) notice();
      return true;
    });
  }
  const value = createMemo(() => {
    const now = looking() ? readable().get() : undefined;
    return now === undefined ? look().initial : now;
  });
  // Not left to `equals` of a memo: what `compare` throws there would not end in an error boundary.
  const kept = createMemo<{ readonly selection: unknown } | undefined>((former) => {
    const { select = (value) => value, compare = Object.is } = look();
    const selection = select(value());
    return former && compare(former.selection, selection) ? former : { selection };
  });
  return () => kept()?.selection;
}
