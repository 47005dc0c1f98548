import { describe, expect, it } from 'vitest';
import { pageFor } from './page.ts';

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [{ TERM: 'dumb' }, true, false],
  ])('with %j in a terminal (%s): %s', (env, isTerminal, expected) => {
    expect(pageFor({ env, isTerminal }).paint('red', 'x') !== 'x').toBe(expected);
  });
});

describe('width', () => {
  it.each([
    [undefined, 80],
    [72, 72],
    [300, 100],
    [10, 40],
  ])('of a terminal with %s columns is %s', (columns, width) => {
    expect(pageFor({ env: {}, isTerminal: true, ...(columns && { columns }) }).width).toBe(width);
  });

  it('is what COLUMNS says', () => {
    expect(pageFor({ env: { COLUMNS: '60' }, isTerminal: false }).width).toBe(60);
  });
});
