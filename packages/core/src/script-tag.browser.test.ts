import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { version } from './hub/version.ts';
import type * as ScriptTag from './script-tag.ts';

const definition = { version: 1, schema: z.object({ sku: z.string() }) };
let started = 0;

afterEach(() => Reflect.deleteProperty(window, Symbol.for('busbar.hub')));

/** The script as a tag with these options starts it. */
async function startedBy(options: Record<string, string>): Promise<typeof ScriptTag> {
  const tag = document.createElement('script');
  Object.assign(tag.dataset, options);
  vi.spyOn(Document.prototype, 'currentScript', 'get').mockReturnValue(tag);
  return import(/* @vite-ignore */ `./script-tag.ts?started=${++started}`);
}

test('the script tag says its version', async () => {
  expect(await startedBy({})).toHaveProperty('version', version);
});

describe('the options of the script tag', () => {
  test('data-source makes a bus of that name on the hub of the page', async () => {
    const { bus, createBus, defineEvent } = await startedBy({ source: 'products' });
    const added = defineEvent('cart:itemAdded', definition);
    const heard = createBus({ source: 'cart' }).once(added);
    bus!.emit(added, { sku: 'A-1' });
    expect(await heard).toMatchObject({ source: 'products', data: { sku: 'A-1' } });
  });

  test('data-publish and data-subscribe narrow it, by patterns with white space between them', async () => {
    const { bus } = await startedBy({ source: 'products', publish: ' cart:* \n wishes:* ', subscribe: '' });
    const added = (name: string) => ({ ...definition, type: name }) as const;
    expect(bus!.emit(added('wishes:made'), { sku: 'A-1' })).toMatchObject({ type: 'wishes:made' });
    const forbidden = (allowed: string[]) => expect.objectContaining({ details: expect.objectContaining({ allowed }) });
    expect(() => bus!.emit(added('profile:shown'), { sku: 'A-1' })).toThrow(forbidden(['cart:*', 'wishes:*']));
    expect(() => bus!.on(added('cart:left'), () => {})).toThrow(forbidden([]));
  });

  test('data-dom says how events meet window that do not say it themselves', async () => {
    const { defineEvent, defineEvents } = await startedBy({ dom: 'out' });
    const { itemAdded, seen } = defineEvents('cart', { itemAdded: definition, seen: { ...definition, dom: 'off' } });
    expect([itemAdded.dom, seen.dom, defineEvent('cart:left', definition).dom]).toEqual(['out', 'off', 'out']);
  });

  test('data-dom shows no personal data to window', async () => {
    const { defineEvent } = await startedBy({ dom: 'both' });
    const tagged = defineEvent('profile:named', { ...definition, tags: ['pii'] });
    const schema = z.object({ name: z.string().meta({ tags: ['pii'] }) });
    expect([tagged.dom, defineEvent('profile:renamed', { version: 1, schema }).dom]).toEqual([undefined, undefined]);
  });

  test('that are wrong are told when they are met', async () => {
    const { defineEvent } = await startedBy({ dom: 'away' });
    expect(() => defineEvent('cart:itemAdded', definition)).toThrow('its dom is none of both, out, off');
    expect(() => defineEvent('cart:itemAdded', undefined as never)).toThrow(
      expect.objectContaining({ code: 'invalid-contract' }),
    );
    await expect(startedBy({ source: ' ' })).rejects.toMatchObject({ code: 'invalid-source' });
  });

  test('leave everything as it is in the core where there are none', async () => {
    const { bus, defineEvent } = await startedBy({});
    expect(bus).toBeUndefined();
    expect(defineEvent('cart:itemAdded', definition)).not.toHaveProperty('dom');
  });
});
