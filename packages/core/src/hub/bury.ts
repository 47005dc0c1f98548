import type { DeadLetter } from './dead-letters.ts';
import type { Hub } from './hub.ts';
import { reportToPage } from './report.ts';

/** Keeps what could not be delivered, drops the oldest letter past the bound, and tells those who watch. */
export function bury(
  hub: Hub,
  letter: Omit<DeadLetter, 'id' | 'lastTime' | 'firstTime'> & { readonly firstTime?: number },
): void {
  const lastTime = Date.now();
  const entry: DeadLetter = Object.freeze({ id: `dead-${++hub.counts.deadLetters}`, firstTime: lastTime, ...letter, lastTime });
  hub.letters.push(entry);
  if (hub.letters.length > hub.limits.deadLetters) hub.letters.shift();
  for (const observer of [...hub.letterObservers]) {
    try {
      observer(entry);
    } catch (error) {
      reportToPage(error);
    }
  }
}
