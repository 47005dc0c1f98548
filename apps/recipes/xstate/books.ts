import type { OutputOf } from '@busbar/core';
import type { shop } from './events.ts';

export type Books = OutputOf<typeof shop.booksChanged>;

const key = 'xstate-recipe:books';

/** What the services hold, for whom: each list holds numbers of orders. */
export function readBooks(): Books {
  return JSON.parse(localStorage.getItem(key) ?? '{"reserved":[],"paid":[],"confirmed":[]}');
}

/** Enters the number of an order into a list, or strikes it out. Doing it again changes nothing. */
export function writeBooks(list: keyof Books, number: string, isIn: boolean): Books {
  const books = readBooks();
  const others = books[list].filter((entry) => entry !== number);
  const written = { ...books, [list]: isIn ? [...others, number] : others };
  localStorage.setItem(key, JSON.stringify(written));
  return written;
}
