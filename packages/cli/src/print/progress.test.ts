import { expect, it } from 'vitest';
import { progressOn } from './progress.ts';

/** A terminal that keeps what is written to it. */
function terminal(isTTY = true) {
  const written: string[] = [];
  const stream = { isTTY, columns: 20, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

it('says nothing about what is done at once', () => {
  const { stream, written } = terminal();
  const progress = progressOn(stream, false, () => 0);
  progress.show('Reading');
  progress.clear();
  expect(written).toEqual([]);
});

it('writes one line over and over, not too often and not too long, and takes it away', () => {
  const { stream, written } = terminal();
  let now = 0;
  const progress = progressOn(stream, false, () => now);
  for (now of [400, 410, 900]) progress.show('Checking all contracts', now, 1_000);
  progress.clear();
  expect(written.map((text) => text.replace('\r\u001B[2K', ''))).toEqual(['Checking all contra', 'Checking all contra', '']);
});

it.each([
  ['without a terminal', false, false],
  ['where quiet is asked for', true, true],
])('says nothing %s', (_where, isTTY, isQuiet) => {
  const { stream, written } = terminal(isTTY);
  let now = 0;
  const progress = progressOn(stream, isQuiet, () => now);
  now = 1_000;
  progress.show('Reading');
  progress.clear();
  expect(written).toEqual([]);
});
