import type { DescribedContract } from '../contracts/described-contract.ts';

/** A file with schemas that somebody has read. */
export interface SourceFile {
  /** Where it was, with `/` between folders: references between files go by it. */
  readonly path: string;
  /** JSON or YAML. */
  readonly text: string;
}

/** Something that was understood otherwise, or not at all. */
export interface ImportNote {
  /** The event, or the file where it has no name yet. */
  readonly contract: string;
  /** Where: a JSON pointer into the schema or the document. */
  readonly path: string;
  /** One sentence for people. */
  readonly message: string;
}

/** Contracts that others have described. */
export interface Imported {
  /** Every version that was found, in the form that the lock file keeps. */
  readonly contracts: readonly DescribedContract[];
  /** A TypeScript module that defines the newest version of each with Zod, ready to be written to a file. */
  readonly module: string;
  readonly notes: readonly ImportNote[];
}

/** How names are found. */
export interface ImportOptions {
  /** The part before the colon for names that have none. */
  readonly domain?: string;
  /** Gives an event another name than the one that was made of its own: answer `domain:pastTense`. */
  name?(suggested: string, original: string): string;
  /** Who answers for contracts that do not say it. */
  readonly owner?: string;
}
