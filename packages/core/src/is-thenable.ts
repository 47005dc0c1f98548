/** Says whether somebody answered with a promise, of whatever realm or library. */
export function isThenable(answer: unknown): answer is PromiseLike<unknown> {
  return typeof (answer as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/** Says whether somebody who must answer at once answered with a promise. Its outcome comes too late, so its failure is none. */
export function isLate(answer: unknown): answer is PromiseLike<unknown> {
  if (!isThenable(answer)) return false;
  answer.then(undefined, () => {});
  return true;
}
