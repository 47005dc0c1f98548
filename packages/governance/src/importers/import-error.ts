/** What was to be imported cannot be read at all. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** The file, or what was to be read. */
  readonly source: string;

  constructor(source: string, reason: string) {
    super(`${source} cannot be imported: ${reason}`);
    this.source = source;
  }
}
