import { defineEvent } from '@busbar/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { arbitraryOf } from '../arbitraries.ts';
import { type Shape, shapeOf } from './payload-shape.ts';
import { recordedPayload } from './recorded-payload.ts';

const Order = z.object({
  lines: z.array(z.object({ sku: z.string(), sizes: z.tuple([z.int(), z.int()]) })),
  prices: z.record(z.string(), z.record(z.string(), z.int())),
  pay: z.discriminatedUnion('by', [z.object({ by: z.literal('card'), last: z.string() }), z.object({ by: z.literal('cash') })]),
  note: z.string().nullish(),
});
const placed = defineEvent('order:placed', { version: 1, schema: Order });

/** The places that are touched while somebody does something with the payload. */
function touched(payload: unknown, shape: Shape, act: (payload: unknown) => unknown): string[] {
  const places = new Set<string>();
  act(recordedPayload(payload, shape, (place) => places.add(place)));
  return [...places].sort();
}

/** All places of a payload, with the names of its fields as the steps. */
function placesIn(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const step = `${place}/${Array.isArray(value) ? '*' : name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [step, ...placesIn(inner, step)];
  });
}

describe('a recorded payload', () => {
  it('is to others as the payload itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const recorded = recordedPayload(payload, shapeOf(undefined), () => {});
        expect(recorded).toEqual(payload);
        expect(JSON.stringify(recorded)).toBe(JSON.stringify(payload));
        expect(structuredClone(recorded)).toEqual(payload);
      }),
    );
  });

  it('notes each place once for who reads it all, and nothing for who reads nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const all = [...new Set(placesIn(payload))].sort();
        expect(touched(payload, shapeOf(undefined), JSON.stringify)).toEqual(all);
        expect(touched(payload, shapeOf(undefined), () => {})).toEqual([]);
      }),
    );
  });

  it('has places that the schema knows, whatever payload it is of', () => {
    const known = [
      ...['/lines', '/lines/*', '/lines/*/sizes', '/lines/*/sizes/*', '/lines/*/sku'],
      ...['/note', '/pay', '/pay/by', '/pay/last', '/prices', '/prices/*', '/prices/*/*'],
    ];
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryOf(placed), (payload) => {
        for (const place of touched(payload, shapeOf(placed), JSON.stringify)) seen.add(place);
      }),
    );
    expect([...seen].sort()).toEqual(known);
  });
});
