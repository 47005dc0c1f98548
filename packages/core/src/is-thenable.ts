/** Says whether somebody answered with a promise, of whatever realm or library. */
export function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  return typeof (answer as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/** Says whether somebody who must answer at once answered with a promise. Its outcome comes too late; `fail` is told if it fails. */
export function isLate(answer: unknown, fail: (error: unknown) => void = ignore): answer is PromiseLike<unknown> {
  if (!isThenable(answer)) return false;
  answer.then(ignore, fail);
  return true;
}

function ignore(): void {}
