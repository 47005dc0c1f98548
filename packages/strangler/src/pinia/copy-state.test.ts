import { expect, test } from 'vitest';
import { reactive, ref } from 'vue';
import { copyState } from './copy-state.ts';

test('a copy holds the same and shares nothing', () => {
  const state = { lines: [{ sku: 'lamp', at: new Date(0) }], seen: new Set(['lamp']), prices: new Map([['lamp', { cents: 1 }]]) };
  const copy = copyState(state);
  expect(copy).toEqual(state);
  state.lines[0]!.at.setTime(1);
  state.seen.clear();
  state.prices.get('lamp')!.cents = 2;
  expect(copy).toEqual({
    lines: [{ sku: 'lamp', at: new Date(0) }],
    seen: new Set(['lamp']),
    prices: new Map([['lamp', { cents: 1 }]]),
  });
});

test('what is reactive is copied as plain data', () => {
  const copy = copyState(reactive({ lines: ref([{ sku: 'lamp' }]) }));
  expect(structuredClone(copy)).toEqual({ lines: [{ sku: 'lamp' }] });
});

test('what refers to itself refers to its copy', () => {
  const state: { self?: unknown } = {};
  state.self = state;
  const copy = copyState(state);
  expect(copy).not.toBe(state);
  expect(copy.self).toBe(copy);
});

test('an object of a class of its own is handed on as it is', () => {
  const money = new (class Money {})();
  expect(copyState({ money }).money).toBe(money);
});

test('a key that names a prototype is a key', () => {
  const copy = copyState(JSON.parse('{"__proto__":{"admin":true}}'));
  expect(Object.hasOwn(copy, '__proto__')).toBe(true);
  expect(copy.admin).toBeUndefined();
});
