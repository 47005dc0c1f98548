/** A contract whose schema cannot be read as JSON Schema. The message says what to do. */
export class UnreadableContractError extends Error {
  /** The event. */
  readonly type: string;
  /** The schema library, as the schema names it. */
  readonly vendor: string;

  constructor(type: string, vendor: string, problem: string, cause?: unknown) {
    super(`The schema of "${type}" (${vendor}) cannot be read: ${problem}`, { cause });
    this.name = 'UnreadableContractError';
    this.type = type;
    this.vendor = vendor;
  }
}
