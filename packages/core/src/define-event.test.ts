import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type AnyEventContract, defineEvent, defineEvents } from './index.ts';

const schema = z.object({ sku: z.string() });

function invalid(problem: string): unknown {
  return expect.objectContaining({ code: 'invalid-contract', details: { type: 'cart:itemAdded', problem } });
}

describe('defineEvent', () => {
  it('answers the definition with its name, frozen', () => {
    const definition = { version: 2, schema, summary: 'A line was put into the cart', owner: 'team-cart', tags: ['cart'] };
    const contract = defineEvent('cart:itemAdded', definition);
    expect(contract).toEqual({ type: 'cart:itemAdded', ...definition });
    expect(contract.schema).toBe(schema);
    expect(Object.isFrozen(contract)).toBe(true);
    expect(Object.isFrozen(definition)).toBe(false);
  });

  it('is not led astray by a type inside the definition', () => {
    const definition = { version: 1, schema, type: 'cart:somethingElse' };
    expect(defineEvent('cart:itemAdded', definition).type).toBe('cart:itemAdded');
  });

  it.each(['itemAdded', 'cart:', 'cart:item added', 'cart:*', '', 42, undefined])('refuses the name %j', (name) => {
    expect(() => defineEvent(name as string, { version: 1, schema })).toThrow(
      expect.objectContaining({ code: 'invalid-event-name', details: { type: name } }),
    );
  });

  it.each([0, -1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', undefined])('refuses the version %j', (version) => {
    expect(() => defineEvent('cart:itemAdded', { version: version as number, schema })).toThrow(
      invalid('its version is no whole number from 1 on'),
    );
  });

  it.each([undefined, null, {}, { sku: 'text' }, { '~standard': { version: 1 } }, 'z.string()'])(
    'refuses the schema %j',
    (value) => {
      expect(() => defineEvent('cart:itemAdded', { version: 1, schema: value as typeof schema })).toThrow(
        invalid('its schema is no Standard Schema'),
      );
    },
  );

  it.each([
    null,
    {},
    5,
    { limit: 0 },
    { limit: 0.5 },
    { limit: Number.NaN },
    { limit: Number.POSITIVE_INFINITY },
    { limit: '5' },
    { limit: 5, per: 0 },
    { limit: 5, per: -1 },
    { limit: 5, burst: 0 },
    { limit: 5, burst: '5' },
  ])('refuses the rate %j', (rate) => {
    expect(() => defineEvent('cart:itemAdded', { version: 1, schema, rate: rate as { limit: number } })).toThrow(
      invalid('its rate needs a limit from 1 on, and may have a per above 0 and a burst from 1 on'),
    );
  });

  it.each([{ limit: 1 }, { limit: 2.5, per: 0.5 }, { limit: 5, per: 60_000, burst: 1 }])('takes the rate %j', (rate) => {
    expect(defineEvent('cart:itemAdded', { version: 1, schema, rate }).rate).toBe(rate);
  });

  it.each([
    [{ retain: 'all' }, 'its retain is neither latest, a number nor { last, by, tombstone? }'],
    [{ retain: { last: 2, by: String, tombstone: true } }, 'its retain is neither latest, a number nor { last, by, tombstone? }'],
    [{ retain: { last: 2 } }, 'its retain is neither latest, a number nor { last, by, tombstone? }'],
    [{ dom: 'in' }, 'its dom is none of both, out, off'],
    [{ ttl: '5s' }, 'its ttl is no number of milliseconds'],
    [{ ttl: 5n }, 'its ttl is no number of milliseconds'],
    [{ tags: 'pii' }, 'its tags are no list'],
    [{ lifecycle: 'retired' }, 'its lifecycle is neither draft, stable nor { deprecated: date }'],
    [{ lifecycle: { deprecated: true } }, 'its lifecycle is neither draft, stable nor { deprecated: date }'],
    [
      { lifecycle: { deprecated: '2027-03-31', successor: 5 } },
      'its lifecycle is neither draft, stable nor { deprecated: date }',
    ],
    [{ upcast: { 1: 'double' } }, 'its upcast and downcast need functions by version'],
    [{ downcast: null }, 'its upcast and downcast need functions by version'],
  ])('refuses %s', (rest, problem) => {
    expect(() => defineEvent('cart:itemAdded', { version: 1, schema, ...(rest as object) })).toThrow(invalid(problem));
  });

  it.each(['draft', 'stable', { deprecated: '2027-03-31' }, { deprecated: '2027-03-31', successor: 'cart:lineAdded' }] as const)(
    'takes the lifecycle %j',
    (lifecycle) => {
      expect(defineEvent('cart:itemAdded', { version: 1, schema, lifecycle }).lifecycle).toBe(lifecycle);
    },
  );

  it('refuses a definition that is none', () => {
    expect(() => defineEvent('cart:itemAdded', undefined as never)).toThrow(invalid('its version is no whole number from 1 on'));
  });
});

describe('defineEvents', () => {
  it('names each contract by its domain and key', () => {
    const cart = defineEvents('cart', { itemAdded: { version: 2, schema }, emptied: { version: 1, schema, dom: 'off' } });
    expect(cart.itemAdded).toMatchObject({ type: 'cart:itemAdded', version: 2 });
    expect(cart.emptied).toMatchObject({ type: 'cart:emptied', version: 1, dom: 'off' });
    expect(Object.keys(cart)).toEqual(['itemAdded', 'emptied']);
  });

  it('freezes the whole and each contract', () => {
    const cart = defineEvents('cart', { itemAdded: { version: 1, schema } });
    expect([cart, cart.itemAdded].every(Object.isFrozen)).toBe(true);
  });

  it('refuses a domain or a key that makes no event name', () => {
    const definitions: Record<string, { version: number; schema: AnyEventContract['schema'] }> = {
      'item added': { version: 1, schema },
    };
    expect(() => defineEvents('cart', definitions)).toThrow(expect.objectContaining({ code: 'invalid-event-name' }));
    expect(() => defineEvents('', { itemAdded: { version: 1, schema } })).toThrow(
      expect.objectContaining({ code: 'invalid-event-name', details: { type: ':itemAdded' } }),
    );
  });
});
