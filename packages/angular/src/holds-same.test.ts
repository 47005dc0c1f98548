import { describe, expect, test } from 'vitest';
import { holdsSame } from './holds-same.ts';

const contract = { type: 'cart:changed', schema: new Map() };
const asked = { target: [contract], retry: { attempts: 1 }, enabled: undefined };

describe('holdsSame', () => {
  test('is true of lists and objects that are written anew with the same members, however deep', () => {
    expect(holdsSame(asked, { target: [contract], retry: { attempts: 1 } })).toBe(true);
    expect(holdsSame([], [])).toBe(true);
  });

  test.each([
    ['another value', { ...asked, retry: { attempts: 2 } }],
    ['a member less', { target: [contract] }],
    ['a member more', { ...asked, replay: false }],
    ['another list', { ...asked, target: [contract, contract] }],
    ['another instance', { ...asked, target: [{ ...contract, schema: new Map() }] }],
    ['nothing', undefined],
  ])('is false where there is %s', (_what, other) => {
    expect(holdsSame(asked, other)).toBe(false);
    expect(holdsSame(other, asked)).toBe(false);
  });

  test.each([
    [[], {}],
    [{}, undefined],
    [[], undefined],
    [{ retry: {} }, {}],
  ])('is false of %j and %j, although neither has a member', (one, other) => {
    expect(holdsSame(one, other)).toBe(false);
    expect(holdsSame(other, one)).toBe(false);
  });
});
