import { describe, expect, it } from 'vitest';
import { pageLocks } from './saga-locks.ts';

const { signal } = new AbortController();

describe('the locks of a page', () => {
  it('let one at a time have a name, in the order in which they asked, whichever copy they are of', async () => {
    const story: string[] = [];
    const work = (who: string) => async (): Promise<void> => {
      story.push(`${who} in`);
      await null;
      story.push(`${who} out`);
    };
    await Promise.all(['one', 'two', 'three'].map((who) => pageLocks().request('A-17', { signal }, work(who))));
    expect(story).toEqual(['one in', 'one out', 'two in', 'two out', 'three in', 'three out']);
  });

  it('let different names alone', async () => {
    const locks = pageLocks();
    const inner = locks.request('A-17', { signal }, () => locks.request('A-18', { signal }, async () => 'both'));
    expect(await inner).toBe('both');
  });

  it('go on after work that failed', async () => {
    const locks = pageLocks();
    const failed = locks.request('A-17', { signal }, () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await locks.request('A-17', { signal }, async () => 'next')).toBe('next');
  });

  it('let go of who no longer waits, and of nobody else', async () => {
    const locks = pageLocks();
    const ending = new AbortController();
    const work = new AbortController();
    const finished = new Promise<void>((resolve) => work.signal.addEventListener('abort', () => resolve()));
    const first = locks.request('A-17', { signal }, () => finished);
    const second = locks.request('A-17', { signal: ending.signal }, async () => 'second');
    const third = locks.request('A-17', { signal }, async () => 'third');
    ending.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    work.abort();
    await first;
    expect(await third).toBe('third');
  });
});
