// Type tests: `tsc` checks them. Each form that is allowed stands beside one that is not.
import * as v from 'valibot';
import { describe, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { defineEvent, defineEvents, type EventContract, type InputOf, type OutputOf } from './index.ts';

describe('defineEvent', () => {
  it('knows the name as a literal', () => {
    const contract = defineEvent('cart:itemAdded', { version: 1, schema: z.string() });
    expectTypeOf(contract.type).toEqualTypeOf<'cart:itemAdded'>();
    // @ts-expect-error the name is the contract's own, not any text
    expectTypeOf(contract.type).toEqualTypeOf<string>();
  });

  it('takes the payload types from Zod, zod/mini and Valibot alike', () => {
    type Line = { sku: string; quantity: number };
    const zod = defineEvent('a:b', { version: 1, schema: z.object({ sku: z.string(), quantity: z.number() }) });
    const small = defineEvent('a:b', { version: 1, schema: mini.object({ sku: mini.string(), quantity: mini.number() }) });
    const valibot = defineEvent('a:b', { version: 1, schema: v.object({ sku: v.string(), quantity: v.number() }) });
    expectTypeOf<InputOf<typeof zod>>().toEqualTypeOf<Line>();
    expectTypeOf<InputOf<typeof small>>().toEqualTypeOf<Line>();
    expectTypeOf<InputOf<typeof valibot>>().toEqualTypeOf<Line>();
    expectTypeOf<OutputOf<typeof valibot>>().toEqualTypeOf<Line>();
    // @ts-expect-error the quantity is part of the payload
    expectTypeOf<OutputOf<typeof zod>>().toEqualTypeOf<{ sku: string }>();
  });

  it('tells what goes in from what comes out', () => {
    const schema = z.object({ quantity: z.number().default(1), at: z.string().transform((text) => Date.parse(text)) });
    const contract = defineEvent('cart:itemAdded', { version: 1, schema });
    expectTypeOf<InputOf<typeof contract>>().toEqualTypeOf<{ quantity?: number | undefined; at: string }>();
    expectTypeOf<OutputOf<typeof contract>>().toEqualTypeOf<{ quantity: number; at: number }>();
    // @ts-expect-error a transformed field is not handed out as it was handed in
    expectTypeOf<OutputOf<typeof contract>['at']>().toEqualTypeOf<string>();
  });

  it('tells `retain.by` what it is given', () => {
    const schema = z.object({ id: z.string() });
    defineEvent('cart:changed', { version: 1, schema, retain: { last: 1, by: ({ id }) => id } });
    // @ts-expect-error there is no such field in the payload
    defineEvent('cart:changed', { version: 1, schema, retain: { last: 1, by: ({ name }) => name } });
  });

  it('asks examples to satisfy the schema', () => {
    const schema = z.object({ id: z.string() });
    defineEvent('cart:changed', { version: 1, schema, examples: [{ id: 'c-1' }] });
    // @ts-expect-error an example is a payload
    defineEvent('cart:changed', { version: 1, schema, examples: [{ id: 1 }] });
  });

  it('knows the words that its fields take', () => {
    const schema = z.string();
    defineEvent('cart:changed', { version: 1, schema, dom: 'out', retain: 'latest' });
    // @ts-expect-error `dom` is both, out or off
    defineEvent('cart:changed', { version: 1, schema, dom: 'in' });
    // @ts-expect-error `retain` is latest, a number or an object
    defineEvent('cart:changed', { version: 1, schema, retain: 'all' });
    // @ts-expect-error a contract has a version
    defineEvent('cart:changed', { schema });
    // @ts-expect-error a schema is a Standard Schema, not a type
    defineEvent('cart:changed', { version: 1, schema: { id: 'string' } });
  });

  it('is frozen for the compiler, too', () => {
    const contract = defineEvent('cart:changed', { version: 1, schema: z.string() });
    // @ts-expect-error contracts do not change
    contract.version = 2;
  });
});

describe('defineEvents', () => {
  const cart = defineEvents('cart', {
    itemAdded: { version: 2, schema: z.object({ sku: z.string() }), upcast: { 1: (old) => ({ sku: old.id }) } },
    emptied: { version: 1, schema: v.undefined() },
    changed: { version: 1, schema: z.object({ id: z.string() }), retain: { last: 3, by: ({ id }) => id } },
  });

  it('gives each key a contract of its own', () => {
    expectTypeOf(cart.itemAdded).toExtend<EventContract<'cart:itemAdded', { sku: string }>>();
    expectTypeOf(cart.emptied.type).toEqualTypeOf<'cart:emptied'>();
    expectTypeOf<OutputOf<typeof cart.emptied>>().toEqualTypeOf<undefined>();
    // @ts-expect-error the contract of another key has another name
    expectTypeOf(cart.changed).toExtend<EventContract<'cart:itemAdded', { sku: string }>>();
  });

  it('knows no other keys', () => {
    expectTypeOf(cart).toHaveProperty('itemAdded');
    // @ts-expect-error nobody defined it
    cart.itemRemoved;
  });

  it('cannot be added to', () => {
    // @ts-expect-error what was defined once stays as it is
    cart.emptied = defineEvent('cart:emptied', { version: 1, schema: v.undefined() });
  });
});
