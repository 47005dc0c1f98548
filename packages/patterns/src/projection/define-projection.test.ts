import { defineEvent, isBusError } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineProjection } from './define-projection.ts';
import { amounts, orders } from './orders.test.fixture.ts';

const { placed } = orders;
const count = (state: number): number => state + 1;

describe('defineProjection', () => {
  it('gives frozen data that names what it is made of', () => {
    expect(amounts).toMatchObject({ name: 'amounts', version: 1, contracts: [orders.placed, orders.cancelled] });
    expect(Object.isFrozen(amounts) && Object.isFrozen(amounts.on)).toBe(true);
    expect(amounts.initial()).toEqual({});
  });

  it.each([
    ['no name', '', {}],
    ['a version that is no whole number from 1 on', 'x', { version: 0 }],
    ['no contracts', 'x', { contracts: [], on: {} }],
    ['the name of an event for a contract', 'x', { contracts: ['orders:placed'] }],
    ['a group of contracts for one', 'x', { contracts: [orders], on: {} }],
    ['two contracts of one name', 'x', { contracts: [placed, defineEvent('orders:placed', { version: 2, schema: z.any() })] }],
    ['a contract without a fold', 'x', { on: {} }],
    ['a fold without a contract', 'x', { on: { 'orders:placed': count, 'orders:cancelled': count } }],
    ['a migration that is no function', 'x', { migrate: { 1: 'two' } }],
  ])('refuses %s', (_, name, wrong) => {
    const definition = { initial: 0, contracts: [placed], on: { 'orders:placed': count }, ...wrong };
    expect(() => defineProjection(name, definition as never)).toThrow(
      expect.toSatisfy((error) => isBusError(error, 'invalid-projection')),
    );
  });
});
