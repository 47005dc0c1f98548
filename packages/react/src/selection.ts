/** How a component looks at a value. */
export interface Look {
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/**
 * What is on the page, by the reader that shows it: one component that reads one value. The next selection that `compare`
 * finds equal to it is the same object.
 */
export const shown = new WeakMap<object, { readonly selected: unknown }>();

/**
 * Makes the selecting function of one render. It selects anew when the value is another one.
 *
 * What renders try out that never reach the page leaves no trace, so a render in a transition and the page behind it do not
 * disturb each other.
 */
export function selecting(reader: object, select: Look['select'] = (value) => value, compare: Look['compare'] = Object.is) {
  let last: { readonly value?: unknown; readonly selected: unknown } | undefined;
  return (value: unknown): unknown => {
    if (!last || !Object.is(last.value, value)) {
      const before = last ?? shown.get(reader);
      const selected = select(value);
      last = { value, selected: before && compare(before.selected, selected) ? before.selected : selected };
    }
    return last.selected;
  };
}
