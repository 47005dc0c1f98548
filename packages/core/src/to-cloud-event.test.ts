/// <reference types="vite/types/importMeta.d.ts" />
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BusEvent, createBus, createHub, defineEvent, type EmitOptions, toCloudEvent } from './index.ts';

const noted = defineEvent('cart:noted', { version: 3, schema: z.unknown(), ttl: 60_000 });

function emitted(data: unknown, options?: EmitOptions, source = 'cart'): BusEvent {
  return createBus({ source, hub: createHub() }).emit(noted, data, options);
}

/** Official JSON Schema of CloudEvents, where the test vectors lie beside the repository. */
const official = Object.values(
  import.meta.glob<object>('../../../../shared/vectors/cloudevents/spec/cloudevents.json', { eager: true, import: 'default' }),
)[0];

const text = fc.string({ unit: 'grapheme', minLength: 1 });
const options: fc.Arbitrary<EmitOptions> = fc.record(
  { subject: text, correlationid: text, idempotencykey: text, ttl: fc.nat(), cause: fc.constant(emitted('before')) },
  { requiredKeys: [] },
);
const jsonKey = fc.string().filter((key) => key !== '__proto__' && key !== 'constructor');
const json = fc.anything({ key: jsonKey, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] });

describe('toCloudEvent', () => {
  it('writes the attributes of CloudEvents 1.0, times and sequence as text', () => {
    const event = emitted({ sku: 'A-1' }, { subject: 'c-1' });
    expect(toCloudEvent(event)).toEqual({
      specversion: '1.0',
      id: event.id,
      source: 'cart',
      type: 'cart:noted',
      subject: 'c-1',
      time: new Date(event.time).toISOString(),
      sequence: '1',
      dataversion: 3,
      hops: 0,
      expirytime: new Date(event.expirytime!).toISOString(),
      datacontenttype: 'application/json',
      data: { sku: 'A-1' },
    });
  });

  it('carries cause, correlation and trace as extensions', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const cause = emitted('before', { correlationid: 'visit-9', traceparent });
    expect(toCloudEvent(emitted('after', { cause, idempotencykey: 'k' }))).toMatchObject({
      causationid: cause.id,
      correlationid: 'visit-9',
      traceparent,
      hops: 1,
      idempotencykey: 'k',
    });
  });

  it('says of a retained event that it is replayed', async () => {
    const changed = defineEvent('cart:changed', { version: 1, schema: z.string(), retain: 'latest' });
    const bus = createBus({ source: 'cart', hub: createHub() });
    const { id } = bus.emit(changed, 'now');
    expect(toCloudEvent(await bus.once(changed))).toMatchObject({ id, replayed: true, data: 'now' });
  });

  it('leaves out what the event does not have', () => {
    const cloudEvent = toCloudEvent({ ...emitted(undefined), causationid: undefined });
    for (const name of ['data', 'subject', 'causationid', 'traceparent']) expect(cloudEvent).not.toHaveProperty(name);
    expect(Object.values(cloudEvent)).not.toContain(undefined);
  });

  it('says of the data what JSON can: bigints as text, what is undefined left out', () => {
    const data = { total: 2n ** 64n, note: undefined, lines: [Number.NaN, undefined, -0] };
    expect(toCloudEvent(emitted(data)).data).toEqual({ total: '18446744073709551616', lines: [null, null, 0] });
    expect(toCloudEvent(emitted(7n)).data).toBe('7');
    expect(toCloudEvent(emitted(null)).data).toBeNull();
  });

  it('encodes a source that is no URI reference', () => {
    expect(toCloudEvent(emitted('x', {}, 'the cart')).source).toBe('the%20cart');
    expect(toCloudEvent(emitted('x', {}, 'urn:shop:cart?x=1#y')).source).toBe('urn:shop:cart?x=1#y');
  });

  it('writes a source with half a character in it, which no text can be encoded with', () => {
    expect(decodeURI(toCloudEvent(emitted('x', {}, 'cart \ud800')).source)).toBe('cart \ufffd');
  });

  it.each([Number.POSITIVE_INFINITY, 1e300])('has no `expirytime` where the event may live for %d ms', (ttl) => {
    expect(toCloudEvent(emitted('x', { ttl }))).not.toHaveProperty('expirytime');
  });

  it('comes back from JSON with the same payload, id and time', () => {
    fc.assert(
      fc.property(json, options, (data, given) => {
        const event = emitted(data, given);
        const back = JSON.parse(JSON.stringify(toCloudEvent(event)));
        expect(back.data).toEqual(JSON.parse(JSON.stringify(event.data)));
        expect([back.id, back.type, Date.parse(back.time), Number(back.sequence)]).toEqual([
          event.id,
          event.type,
          event.time,
          event.sequence,
        ]);
        const { cause: _cause, ttl: _ttl, ...written } = given;
        expect(back).toMatchObject(written);
      }),
    );
  });

  it('comes back from JSON with the same source', () => {
    const source = fc.string({ unit: 'grapheme' }).filter((name) => name.trim() !== '');
    fc.assert(
      fc.property(source, (name) => {
        expect(decodeURI(toCloudEvent(emitted('x', {}, name)).source)).toBe(name);
      }),
    );
  });
});

describe('what toCloudEvent writes', () => {
  it('keeps the rules of the specification', () => {
    fc.assert(
      fc.property(
        json,
        options,
        text.filter((name) => name.trim() !== ''),
        (data, given, source) => {
          const { data: _data, ...attributes } = toCloudEvent(emitted(data, given, source));
          for (const [name, value] of Object.entries(attributes)) {
            expect(name).toMatch(/^[a-z0-9]{1,20}$/);
            expect(typeof value === 'string' ? value : typeof value).toMatch(/^(?!object|undefined|function)./su);
          }
          for (const name of ['time', 'expirytime']) expect(attributes[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
          expect(URL.canParse(attributes.source, 'https://shop.example/')).toBe(true);
        },
      ),
    );
  });

  // The vectors are no part of the repository.
  it.skipIf(!official)('satisfies the official JSON Schema of CloudEvents', () => {
    // Zod takes a URI reference for a whole URL; the rules above look at the source instead.
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(official).replaceAll('"format":"uri-reference",', '')));
    expect(schema.safeParse({ specversion: '1.0', id: '' }).success).toBe(false);
    fc.assert(
      fc.property(json, options, (data, given) => {
        expect(schema.safeParse(JSON.parse(JSON.stringify(toCloudEvent(emitted(data, given)))))).toMatchObject({ success: true });
      }),
    );
  });

  it('has no empty subject, which the specification forbids', () => {
    expect(toCloudEvent(emitted('x', { subject: '' }))).not.toHaveProperty('subject', '');
  });
});
