import { expect, test } from 'vitest';
import { readCatalogue } from '../catalogue.ts';
import { castWords } from '../event/cast-words.ts';
import { lockedVersion, objectOf } from '../testing/locked-version.test.fixture.ts';
import { versionChanges } from './compare-versions.ts';

const [text, number] = [{ type: 'string' }, { type: 'number' }];

function changes(casts: { up: number[]; down: number[] }, before: object, after: object) {
  const versions = { 1: lockedVersion(before as never), 2: lockedVersion(after as never, { casts }) };
  const lock = { lockfileVersion: 1, contracts: { 'a:b': { emitters: [], listeners: [], versions } } } as const;
  return versionChanges(readCatalogue(lock, { title: '' }).events[0]!)[0]!;
}

test('an optional field more fits in both directions', () => {
  const change = changes({ up: [], down: [] }, objectOf({ a: text }), objectOf({ a: text, b: text }, ['b']));
  expect([change.backward.verdict, change.forward.verdict]).toEqual(['fits', 'fits']);
  expect(castWords(change)).toBe('There is no cast between the two.');
});

test('a required field more breaks new listeners, unless an upcast makes it', () => {
  const [before, after] = [objectOf({ a: text }), objectOf({ a: text, b: text })];
  expect(changes({ up: [], down: [] }, before, after).backward.verdict).toBe('breaks');
  expect(changes({ up: [1], down: [] }, before, after).backward.verdict).toBe('cast');
});

test('a field of another type needs a cast in each direction', () => {
  const change = changes({ up: [1], down: [1] }, objectOf({ a: text }), objectOf({ a: number }));
  expect([change.backward.verdict, change.forward.verdict]).toEqual(['cast', 'cast']);
  expect(castWords(change)).toBe('The contract has an upcast from version 1 and a downcast to version 1.');
});

test('a schema that cannot be read gives no verdict', () => {
  expect(changes({ up: [1], down: [1] }, { type: 'nonsense' }, objectOf({})).backward.verdict).toBe('unknown');
});

test('another description is no difference', () => {
  const change = changes({ up: [], down: [] }, objectOf({ a: text }), objectOf({ a: { ...text, description: 'New words' } }));
  expect([...change.backward.differences, ...change.forward.differences]).toEqual([]);
});
