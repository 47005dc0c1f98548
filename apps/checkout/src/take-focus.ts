/** Moves the focus to an element, unless somebody has it elsewhere on the page. */
export function takeFocus(element: HTMLElement | null): void {
  if (document.activeElement?.contains(element)) element?.focus();
}
