import { isThenable } from '../is-thenable.ts';

/** The key that events are retained by, as `retain.by` answered it. @throws TypeError for what is no key; a promise is for the asker to see. */
export function retainedKey(answer: unknown): unknown {
  if (typeof answer === 'string' || typeof answer === 'number' || isThenable(answer)) return answer;
  throw new TypeError(`It answered ${String(answer)}.`);
}
