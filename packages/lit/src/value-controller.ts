import type { Bus } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import { type BusControllerOptions, followBus, type Ongoing } from './follow-bus.ts';

/** How a host looks at a value. */
export interface Look extends BusControllerOptions {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/** A readable, or what has figures and tells of them as one does. */
export interface Source {
  get(): unknown;
  subscribe(notice: () => void): Ongoing;
}

/** What was selected last; the same object until it differs. */
type Kept = readonly [selection: unknown];

/** Follows a readable, and has its host update when what is selected of it differs. */
export class ValueController<Value> {
  readonly #pick: () => Kept;

  protected constructor(
    host: BusHost,
    look: () => Look,
    meaning: () => unknown,
    sourceOf: (bus: Bus, meaning: never) => Source,
    // A shadow root that is there before Lit has made one comes from a server.
    hydrating: unknown = !host.renderRoot && host.shadowRoot && host.updateComplete,
  ) {
    let source: Source | undefined;
    let kept: Kept | undefined;
    const pick = (): Kept => {
      const { bus, initial, select, compare = Object.is } = look();
      // A readable gives the same object until the value changes; another one of the same might not.
      const now = hydrating ? undefined : (source ?? (bus && sourceOf(bus, meaning() as never)));
      const [value = initial] = [now?.get()];
      const selection = select ? select(value) : value;
      if (!kept || !compare(kept[0], selection)) kept = [selection];
      return kept;
    };
    const notice = (): void => {
      if (kept !== pick()) host.requestUpdate();
    };
    const hydrated = (): void => {
      hydrating = undefined;
      notice();
    };
    followBus(host, look, meaning, (bus, means) => {
      source = sourceOf(bus, means as never);
      try {
        notice();
      } catch {
        // What `select` throws is for who reads the value, not for who connects the host.
        host.requestUpdate();
      }
      return source.subscribe(notice);
    });
    this.#pick = pick;
    if (hydrating) (hydrating as Promise<unknown>).then(hydrated, hydrated);
  }

  /** What is selected of the value now; of the initial one until a bus is known, and until the host is hydrated. */
  get value(): Value {
    return this.#pick()[0] as Value;
  }
}
