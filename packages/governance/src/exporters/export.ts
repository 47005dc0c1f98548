/** A file to be written, its path relative to wherever the reader wants the export. */
export interface ExportedFile {
  /** With `/` between folders; made of letters, digits, `.`, `_` and `-`, never leading out of the folder. */
  readonly path: string;
  readonly text: string;
}

/** Something that the format cannot say, or says in another way. */
export interface ExportNote {
  /** The contract and its version: `cart:itemAdded` version 2 is `cart:itemAdded@2`. */
  readonly contract: string;
  /** Where in the payload, with a star for every item (the SKU of a line is `sku` in a star in `lines`), or empty for the whole. */
  readonly path: string;
  /** One sentence for people. */
  readonly message: string;
}

/** What an exporter gives: files, the same for the same contracts, and what got lost on the way. */
export interface Export {
  readonly files: readonly ExportedFile[];
  readonly notes: readonly ExportNote[];
}
