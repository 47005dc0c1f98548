import { describe, expect, it } from 'vitest';
import { differences, quote } from './differences.ts';

const event = { sku: 'A-1', quantity: 2, lines: [{ name: 'Lamp', tags: ['new'] }], note: undefined };

describe('differences', () => {
  it('finds none where all that is expected is there, whatever else is', () => {
    expect(differences({ sku: 'A-1', lines: [{ name: 'Lamp' }] }, event)).toEqual([]);
    expect(differences({}, event)).toEqual([]);
    expect(differences({ note: undefined, absent: undefined }, event)).toEqual([]);
    expect(differences(Number.NaN, Number.NaN)).toEqual([]);
  });

  it('names each place, what was expected there and what is there', () => {
    expect(differences({ sku: 'A-2', quantity: 2n, lines: [{ tags: ['old'] }] }, event)).toEqual([
      'sku: expected "A-2", got "A-1"',
      'quantity: expected "2n", got 2',
      'lines.0.tags.0: expected "old", got "new"',
    ]);
    expect(differences(1, undefined)).toEqual(['data: expected 1, got undefined']);
  });

  it('wants lists whole, and no object in the place of a list', () => {
    expect(differences({ lines: [] }, event)).toEqual(['lines: expected a list of 0, got [{"name":"Lamp","tags":["new"]}]']);
    expect(differences({ lines: { 0: {} } }, event)).toHaveLength(1);
    expect(differences([], {})).toEqual(['data: expected [], got {}']);
    expect(differences({}, null)).toEqual(['data: expected {}, got null']);
  });

  it('asks matchers, wherever they stand', () => {
    const matching = {
      sku: expect.stringMatching(/^A/),
      lines: expect.arrayContaining([expect.objectContaining({ name: 'Lamp' })]),
    };
    expect(differences(matching, event)).toEqual([]);
    expect(differences({ quantity: expect.any(String) }, event)).toEqual(['quantity: expected Any<String>, got 2']);
    expect(differences(expect.anything(), undefined)).toHaveLength(1);
  });
});

describe('quote', () => {
  it('writes a value as one line that is not too long', () => {
    expect(quote({ a: 1n, b: Number.POSITIVE_INFINITY, c: expect.any(Number) })).toBe(
      '{"a":"1n","b":"Infinity","c":"Any<Number>"}',
    );
    expect(quote('x'.repeat(500), 10)).toBe('"xxxxxxxxx…');
    expect(quote(undefined)).toBe('undefined');
  });
});
