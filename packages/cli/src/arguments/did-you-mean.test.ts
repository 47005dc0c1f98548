import { expect, it } from 'vitest';
import { didYouMean, suggestion } from './did-you-mean.ts';

const commands = ['init', 'check', 'snapshot', 'diff'];

it.each([
  ['chek', 'check'],
  ['hceck', 'check'],
  ['CHECK', 'check'],
  ['snap', 'snapshot'],
  ['snapshto', 'snapshot'],
  ['dif', 'diff'],
])('takes %s for %s', (word, meant) => {
  expect(didYouMean(word, commands)).toBe(meant);
});

it.each(['publish', 'x', ''])('makes no guess about "%s"', (word) => {
  expect(didYouMean(word, commands)).toBeUndefined();
});

it('says nothing where there is no guess', () => {
  expect(suggestion('publish', commands)).toBe('');
  expect(suggestion('chek', commands)).toBe(' Did you mean "check"?');
});
