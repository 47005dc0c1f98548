import { addressBetween } from '../addresses.ts';
import type { Catalogue } from '../catalogue.ts';

/** The page that is being made: what it knows, and how it links. */
export interface Page {
  readonly catalogue: Catalogue;
  /** Where it lies in the catalogue. */
  readonly path: string;
  /** The relative address of another file of the catalogue. */
  href(path: string): string;
}

/** Begins the page at a path. */
export function pageAt(catalogue: Catalogue, path: string): Page {
  return { catalogue, path, href: (to) => addressBetween(path, to) };
}
