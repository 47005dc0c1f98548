import { createHub, type Hub } from '@busbar/core';
import { afterEach, expect, it } from 'vitest';
import { emit } from './emitter.ts';

const key = Symbol.for('busbar.hub');
const emission = { type: 'cart:itemAdded', data: 1, source: 'test', id: 'test-1' };

afterEach(() => Reflect.deleteProperty(globalThis, key));

it('answers nothing where there is no hub, and makes none', () => {
  expect(emit(emission)).toEqual({});
  expect(Reflect.has(globalThis, key)).toBe(false);
});

it.each<[string, Partial<Hub>, string]>([
  ['unknown-contract', {}, 'test'],
  ['protocol-mismatch', { protocol: 2 }, 'test'],
  ['invalid-source', {}, ' '],
])('answers the error that a bus throws: %s', (code, hub, source) => {
  Reflect.set(globalThis, key, { ...createHub(), ...hub });
  expect(emit({ ...emission, source })).toMatchObject({ error: { name: 'BusError', code } });
});
