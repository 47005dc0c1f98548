/** Why a lock file cannot be read. */
export type LockErrorCode =
  /** It is no JSON. */
  | 'not-json'
  /** A merge left both sides in it, with markers between them. */
  | 'merge-conflict'
  /** It is JSON, but no lock file, or a part is missing or is not what it should be. */
  | 'malformed'
  /** Its `lockfileVersion` is one that this release does not know. */
  | 'unknown-version'
  /** A shape and its hash do not belong together. */
  | 'hash-mismatch';

/** One thing that is wrong with a lock file. */
export interface LockProblem {
  /** The contract, where it is about one. */
  readonly contract?: string;
  readonly version?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
}

/** A lock file that cannot be used, with everything that is wrong with it. */
export class LockError extends Error {
  override readonly name = 'LockError';
  readonly code: LockErrorCode;
  /** Never empty. */
  readonly problems: readonly LockProblem[];
  /** The line of the text, from 1, where it is about one. */
  readonly line: number | undefined;

  constructor(code: LockErrorCode, problems: readonly LockProblem[], line?: number) {
    super(problems.map(({ message, advice }) => `${message} ${advice}`).join('\n'));
    this.code = code;
    this.problems = problems;
    this.line = line;
  }
}
