import type { EventContract } from '@busbar/core';

/** A difference between a store and what was folded from events, as plain data. */
export interface Differed {
  /** The `name` of the comparison. */
  readonly comparison: string;
  /** Where both differ, at most 20 places. The values are left out with `values: false`. */
  readonly paths: readonly { readonly path: string; readonly store?: unknown; readonly bus?: unknown }[];
  /** The actions since both agreed, oldest first, and the payloads, in so far as there is room for them. */
  readonly actions: readonly { readonly type: string; readonly time: number; readonly payload?: unknown }[];
  /** The events since both agreed, oldest first. */
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly source: string;
    readonly time: number;
    readonly data?: unknown;
  }[];
  /** How many older actions and events there was no room for. */
  readonly dropped: { readonly actions: number; readonly events: number };
  /** When both agreed, in milliseconds since the Unix epoch; absent if they never did. */
  readonly agreedAt?: number | undefined;
  /** How many events still waited for handlers. */
  readonly waiting: number;
}

/**
 * What comparisons emit. Not shown to `window`, and not kept.
 *
 * @example
 * bus.on(stranglerEvents.differed, ({ data }) => sendToServer(data));
 */
export const stranglerEvents: { readonly differed: EventContract<'strangler:differed', Differed> } =
  /* @__PURE__ */ Object.freeze({
    differed: /* @__PURE__ */ Object.freeze({
      type: 'strangler:differed',
      version: 1,
      summary: 'A store and what was folded from events were found to differ',
      dom: 'off',
      schema: {
        '~standard': {
          version: 1 as const,
          vendor: 'busbar',
          validate: (value: unknown) =>
            isDiffered(value) ? { value } : { issues: [{ message: 'Expected a difference as comparisons tell them' }] },
        },
      },
    }),
  });

function isDiffered(value: unknown): value is Differed {
  const given = value as Partial<Differed> | null | undefined;
  return typeof given?.comparison === 'string' && [given.paths, given.actions, given.events].every(Array.isArray);
}
