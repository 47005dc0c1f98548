import { expect, test } from 'vitest';
import { profiles } from '../contestants/profiles.ts';
import { rivals } from './rivals.ts';

test('every package that is raced against Busbar is weighed, and no other', () => {
  const raced = profiles.map((profile) => profile.package).filter((name) => name !== undefined);
  const weighed = rivals.map((rival) => rival.package);
  expect(new Set(['@busbar/core', ...weighed])).toEqual(new Set(raced));
});
