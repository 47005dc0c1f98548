/** At most so many in one go: what is late comes later, instead of making the next turn late, too. */
const burst = 500;

/**
 * Calls `work` so many times a second, for a number of seconds, from tasks about 4 ms apart. Answers how often it was
 * called; resolves in a task after the last call.
 */
export function paced(perSecond: number, seconds: number, work: (count: number) => void): Promise<number> {
  const begun = performance.now();
  let done = 0;
  return new Promise((resolve) => {
    const turn = (): void => {
      const elapsed = Math.min(performance.now() - begun, seconds * 1_000);
      const due = Math.min(Math.floor((elapsed * perSecond) / 1_000), done + burst);
      while (done < due) work(done++);
      if (elapsed < seconds * 1_000) setTimeout(turn, 4);
      else resolve(done);
    };
    turn();
  });
}
