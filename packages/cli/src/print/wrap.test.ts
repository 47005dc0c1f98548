import { expect, it } from 'vitest';
import { indented, printAdvice, wrap } from './wrap.ts';

it('breaks lines at spaces', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

it('keeps a word whole that is longer than a line', () => {
  expect(wrap('see https://example.org/a/long/path now', 10)).toEqual(['see', 'https://example.org/a/long/path', 'now']);
});

it('keeps the lines that there are', () => {
  expect(wrap('one\n\ntwo', 80)).toEqual(['one', '', 'two']);
});

it('indents all lines alike', () => {
  expect(indented('one two', 2, 6)).toBe('  one\n  two');
});

it('puts advice below its own text', () => {
  expect(printAdvice('one two', 1, 7)).toBe(' → one\n   two');
});
