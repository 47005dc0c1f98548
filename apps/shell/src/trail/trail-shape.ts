/** How the trail is laid out. */
export type TrailShape = 'list' | 'tree';

const kept = 'lintel:trail';

/** The shape that was chosen last in this browser; the list before anybody chose. */
export function readShape(): TrailShape {
  try {
    return localStorage.getItem(kept) === 'tree' ? 'tree' : 'list';
  } catch {
    return 'list';
  }
}

/** Remembers the shape for the next visit. */
export function keepShape(shape: TrailShape): void {
  try {
    localStorage.setItem(kept, shape);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
