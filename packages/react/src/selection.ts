import type { Source } from './source.ts';

/** How a component looks at a value. */
export interface Look {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/** What one component selects of its sources. */
export interface Selection {
  /** Makes the selecting function of one render. It selects anew when the value is another one. */
  of(source: Source, select?: Look['select'], compare?: Look['compare']): (value: unknown) => unknown;
  /** Says what is on the page now: the next selection that `compare` finds equal to it is the same object. */
  show(source: Source, selected: unknown): void;
}

/**
 * Makes the memory of one component. What renders try out that never reach the page leaves no trace in it, so a render in
 * a transition and the page behind it do not disturb each other.
 */
export function createSelection(): Selection {
  let shown: { readonly source: Source; readonly selected: unknown } | undefined;
  return {
    of(source, select = (value) => value, compare = Object.is) {
      let last: { readonly value: unknown; readonly selected: unknown } | undefined;
      return (value) => {
        if (last && Object.is(last.value, value)) return last.selected;
        const selected = select(value);
        const before = last ?? (shown?.source === source ? shown : undefined);
        last = { value, selected: before && compare(before.selected, selected) ? before.selected : selected };
        return last.selected;
      };
    },
    show(source, selected) {
      shown = { source, selected };
    },
  };
}
