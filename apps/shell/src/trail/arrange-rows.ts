/** Brings these rows into a list in this order, moving only those that are not in their place. */
export function arrangeRows(list: HTMLElement, rows: Iterable<HTMLElement>): void {
  let next = list.firstElementChild;
  for (const row of rows) {
    if (row === next) next = next.nextElementSibling;
    else moveRow(list, row, next);
  }
}

/** Puts a row into a list, before `next` or at the end. Coming from another list it keeps the focus, where browsers can do that. */
export function moveRow(list: HTMLElement, row: Element, next: Element | null): void {
  if (row.isConnected && list.isConnected && 'moveBefore' in list) list.moveBefore(row, next);
  else list.insertBefore(row, next);
}
