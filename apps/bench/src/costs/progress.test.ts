import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function shown(isTTY: boolean) {
  const texts: string[] = [];
  return { texts, progress: createProgress({ isTTY, write: (text) => texts.push(text) }) };
}

test('on a terminal one line says each second which study runs, how far it is and since when', () => {
  const { texts, progress } = shown(true);
  progress.begin('emit');
  progress.tell('round 1 of 9');
  vi.advanceTimersByTime(2_000);
  expect(texts).toEqual(
    ['emit · 0 s', 'emit · round 1 of 9 · 1 s', 'emit · round 1 of 9 · 2 s'].map((text) => `\r\x1b[2K${text}`),
  );
});

test('elsewhere a line comes every ten seconds, however often there is something to say', () => {
  const { texts, progress } = shown(false);
  progress.begin('emit');
  for (let round = 1; round <= 9; round++) progress.tell(`round ${round} of 9`);
  vi.advanceTimersByTime(19_999);
  expect(texts).toEqual(['emit · 0 s\n', 'emit · round 9 of 9 · 10 s\n']);
});

test('what is over is told once more, and then no longer', () => {
  const { texts, progress } = shown(true);
  progress.begin('emit');
  vi.advanceTimersByTime(400);
  progress.end('measured');
  vi.advanceTimersByTime(10_000);
  expect(texts.at(-1)).toBe('\r\x1b[2Kemit · measured · 0 s\n');
});
