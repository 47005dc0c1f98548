import type { Books } from './books.ts';

const words: Record<keyof Books, string> = { reserved: 'Stock reserved', paid: 'Paid', confirmed: 'Confirmed' };

/** Draws which orders the services hold something for. */
export function showBooks(place: HTMLElement, books: Books): void {
  const rows = (Object.keys(words) as (keyof Books)[]).flatMap((list) => {
    const term = document.createElement('dt');
    const entry = document.createElement('dd');
    term.textContent = words[list];
    entry.textContent = books[list].join(', ') || 'nothing';
    return [term, entry];
  });
  place.replaceChildren(...rows);
}
