import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent } from '../index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.unknown() });

function emitted(data: unknown): unknown {
  return createBus({ source: 'cart', hub: createHub() }).emit(noted, data).data;
}

function foreignWindow(): { readonly realm: typeof globalThis; readonly remove: () => void } {
  const frame = document.body.appendChild(document.createElement('iframe'));
  return { realm: frame.contentWindow as unknown as typeof globalThis, remove: () => frame.remove() };
}

describe('a payload in a browser', () => {
  it.each<[string, () => unknown]>([
    ['an element', () => document.createElement('button')],
    ['the document', () => document],
    ['a text node', () => document.createTextNode('x')],
    ['a fragment', () => document.createDocumentFragment()],
  ])('is refused with a DOM node in it: %s', (_what, make) => {
    expect(() => emitted({ lines: [{ target: make() }] })).toThrow(
      expect.objectContaining({
        code: 'payload-dom-node',
        details: { type: 'cart:noted', source: 'cart', path: 'lines.0.target' },
      }),
    );
  });

  it.each<[string, () => unknown]>([
    ['window', () => window],
    ['an event', () => new MouseEvent('click')],
    ['a list of nodes', () => document.querySelectorAll('*')],
    ['a file', () => new File([], 'x')],
    ['a URL', () => new URL('https://shop.example')],
  ])('is refused with an object of the browser in it: %s', (_what, make) => {
    expect(() => emitted({ given: make() })).toThrow(
      expect.objectContaining({ code: 'payload-class-instance', details: expect.objectContaining({ path: 'given' }) }),
    );
  });

  it('may come from a frame: its plain objects and arrays are plain here, too', () => {
    const { realm, remove } = foreignWindow();
    const payload = realm.JSON.parse('{"lines":[{"sku":"A-1"}]}');
    expect(payload).not.toBeInstanceOf(Object);
    expect(emitted(payload)).toStrictEqual({ lines: [{ sku: 'A-1' }] });
    remove();
  });

  it('is refused with a class instance or a node of a frame, too', () => {
    const { realm, remove } = foreignWindow();
    expect(() => emitted({ at: new realm.Date() })).toThrow(expect.objectContaining({ code: 'payload-class-instance' }));
    expect(() => emitted({ node: realm.document.body })).toThrow(expect.objectContaining({ code: 'payload-dom-node' }));
    remove();
  });
});
