/** One file of the catalogue. */
export interface CatalogueFile {
  /** Where it lies in the catalogue's folder, with `/` between the parts, all of which are safe on every file system. */
  readonly path: string;
  readonly text: string;
}
