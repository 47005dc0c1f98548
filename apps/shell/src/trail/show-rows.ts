import { arrangeRows } from './arrange-rows.ts';

/**
 * Brings a list of rows in line with what it should show, touching only rows that come, go or move: those that stay
 * keep the focus and remain open. `rows` remembers the row of each item.
 */
export function showRows<Item, Row extends HTMLElement>(
  list: HTMLElement,
  items: readonly Item[],
  rows: Map<Item, Row>,
  rowOf: (item: Item) => Row,
): void {
  const wanted = new Set(items);
  for (const [item, row] of rows) {
    if (wanted.has(item)) continue;
    row.remove();
    rows.delete(item);
  }
  for (const item of items) if (!rows.has(item)) rows.set(item, rowOf(item));
  arrangeRows(
    list,
    items.map((item) => rows.get(item)!),
  );
}
