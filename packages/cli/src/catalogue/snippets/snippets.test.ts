import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { type CatalogueEvent, readCatalogue } from '../catalogue.ts';
import { galleryLock } from '../testing/gallery-lock.test.fixture.ts';
import { nastyLock } from '../testing/nasty-lock.test.fixture.ts';
import { type Snippet, snippetsOf } from './snippets.ts';

const gallery = readCatalogue(galleryLock, { title: 'The shop' }).byType;
const nasty = readCatalogue(nastyLock, { title: 'Nasty' }).events;
const snippets = (event: CatalogueEvent, importFrom?: string) =>
  Object.fromEntries(snippetsOf(event, event.newest, importFrom).map((snippet) => [snippet.name, snippet])) as Record<
    string,
    Snippet
  >;

test('an event is emitted by its contract, with its example', () => {
  expect(snippets(gallery.get('cart:quantityChanged')!)['Core']?.emit).toBe(`import { createBus } from '@busbar/core';
import { cart } from './contracts.ts';

const bus = createBus({ source: 'cart' });

bus.emit(cart.quantityChanged, { sku: 'lamp-01', quantity: 3 });`);
});

test('a listener reads a field of the payload', () => {
  expect(
    snippets(gallery.get('cart:quantityChanged')!, 'contracts')['React']?.listen,
  ).toBe(`import { useEvent } from '@busbar/react';
import { cart } from 'contracts';

export function Listener() {
  useEvent(cart.quantityChanged, ({ data }) => {
    console.log(data.sku);
  });
  return null;
}`);
});

test('what is kept for late subscribers is read as state', () => {
  const { React, Vue, Angular } = snippets(gallery.get('cart:changed')!);
  expect(React?.listen).toContain('const state = useEventState(cart.changed);');
  expect(Vue?.listen).toContain('const state = useEventState(cart.changed);');
  expect(Angular?.listen).toContain('readonly state = injectEventState(cart.changed);');
});

test('an event without an example is shown with a payload of its shape', () => {
  expect(snippets(gallery.get('shell:searchResultsPresentedWithSuggestionsAndFacets')!)['Core']?.emit).toContain(
    "{ query: '…', position: [1, 1], filters: {} }",
  );
});

test('a name that is no identifier is given as text', () => {
  const event = { ...gallery.get('cart:quantityChanged')!, type: 'my-domain:a:b' };
  const { emit } = snippets(event)['Core']!;
  expect(emit).toContain("bus.emit('my-domain:a:b', ");
  expect(emit).not.toContain('contracts');
});

test.each(['new:happened', 'bus:started', 'data:changed', 'createBus:called'])(
  '%s does not clash with the code around it',
  (type) => {
    expect(snippets({ ...gallery.get('cart:quantityChanged')!, type })['Core']?.emit).toContain(`bus.emit('${type}', `);
  },
);

test('nothing in a contract can make the code anything but code that emits and listens', () => {
  for (const event of [...gallery.values(), ...nasty]) {
    const { Core, Angular } = snippets(event);
    for (const code of [Core!.emit, Core!.listen, Angular!.emit, Angular!.listen]) {
      expect(() => stripTypeScriptTypes(code), code).not.toThrow();
      expect(stripTypeScriptTypes(code)).not.toMatch(/^hacked/m);
    }
  }
});
