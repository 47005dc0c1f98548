const prefix = 'busbar-catalogue-';

/** Keeps a choice for the next page. Where the browser keeps nothing, the choice holds for this one. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Storage is switched off: that is the reader's choice, too.
  }
}

/** A choice that was kept. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}
