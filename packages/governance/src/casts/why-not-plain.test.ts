import { createBus, createHub, defineEvent } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { whyNotPlain } from './why-not-plain.ts';

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
const twice = { sku: 'a' };
class Line {
  sku = 'a';
}

describe('plain data', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a tree', { a: [1, 'b', null, undefined, true, 1n, { c: {} }] }, undefined],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), undefined],
    ['the same twice', { a: twice, b: twice }, undefined],
    ['a date', { at: new Date(0) }, 'an instance of Date at at'],
    ['a class instance', [new Line()], 'an instance of Line at 0'],
    ['a map', new Map(), 'an instance of Map'],
    ['a function', { a: { b: () => {} } }, 'a function at a.b'],
    ['a symbol', Symbol('a'), 'a symbol'],
    ['a cycle', cycle, 'a cycle at self'],
    ['a name that leads to another object', [{ constructor: 1 }], 'a field called constructor at 0'],
  ])('is told as the bus tells it: %s', (_what, value, reason) => {
    expect(whyNotPlain(value)).toBe(reason);
    const emit = () =>
      createBus({ source: 'cart', hub: createHub() }).emit(defineEvent('cart:noted', { version: 1, schema: z.any() }), value);
    if (reason === undefined) expect(emit).not.toThrow();
    else expect(emit).toThrow(expect.objectContaining({ code: expect.stringMatching(/^payload-/) }));
  });
});
