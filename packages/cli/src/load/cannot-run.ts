/** One line of a stack, as V8 writes it. */
export interface Frame {
  /** The function, empty at the top of a module. */
  readonly name: string;
  /** An absolute path, or `node:…`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Everything that a person needs to know about why a command could not do its work. */
export interface Trouble {
  /** What went wrong, in kebab case: `module-throws`. */
  readonly code: string;
  /** One or two sentences: what happened, and where. */
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
  /** An absolute path. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Where it happened, the project's own frames first. */
  readonly stack?: readonly Frame[];
}

/** A command could not do its work: exit code 2. */
export class CannotRun extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.message);
    this.name = 'CannotRun';
    this.trouble = trouble;
  }
}
