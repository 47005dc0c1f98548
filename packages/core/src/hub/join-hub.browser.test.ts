import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent } from '../index.ts';

const key = Symbol.for('busbar.hub');
const noted = defineEvent('cart:noted', { version: 1, schema: z.string() });

function plant(hub: unknown): void {
  Object.defineProperty(globalThis, key, { value: hub, configurable: true });
}

function removeHub(): void {
  Reflect.deleteProperty(globalThis, key);
}

beforeEach(removeHub);
afterEach(removeHub);

describe('the hub of a page', () => {
  it('is one for every bus that names no other', async () => {
    const [cart, checkout] = [createBus({ source: 'cart' }), createBus({ source: 'checkout' })];
    const heard = checkout.once(noted);
    cart.emit(noted, 'hello');
    expect(await heard).toMatchObject({ source: 'cart', data: 'hello' });
    expect(cart.hub).toBe(checkout.hub);
    expect(Reflect.get(globalThis, key)).toBe(cart.hub);
  });

  it('shows its events to plain listeners, and hears theirs', async () => {
    const bus = createBus({ source: 'cart' });
    const heard = bus.once(noted);
    window.dispatchEvent(new CustomEvent('cart:noted', { detail: 'plain' }));
    expect(await heard).toMatchObject({ source: 'window', data: 'plain' });
    const details: unknown[] = [];
    window.addEventListener('cart:noted', (event) => details.push((event as CustomEvent).detail), { once: true });
    bus.emit(noted, 'emitted');
    await vi.waitFor(() => expect(details).toEqual(['emitted']));
  });

  it('is not among the enumerable names of the page', () => {
    createBus({ source: 'cart' });
    expect(Object.getOwnPropertySymbols(globalThis)).toContain(key);
    expect(Object.prototype.propertyIsEnumerable.call(globalThis, key)).toBe(false);
  });

  it('is left alone by a hub of one’s own', () => {
    const bus = createBus({ source: 'test', hub: createHub() });
    expect(Reflect.has(globalThis, key)).toBe(false);
    expect(createBus({ source: 'cart' }).hub).not.toBe(bus.hub);
  });

  it('keeps the limits of the bus that came first', () => {
    createBus({ source: 'cart', limits: { hops: 7 } });
    expect(createBus({ source: 'checkout', limits: { hops: 9 } }).hub.limits).toMatchObject({ hops: 7, depth: 64 });
  });
});

describe('the hub of a worker', () => {
  it('is one for every bus in there, without any window', async () => {
    const worker = new Worker(new URL('./worker.test.fixture.ts', import.meta.url), { type: 'module' });
    const heard = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.terminate();
    expect(heard).toBe('hello from cart');
  });
});

describe('a hub that was there before', () => {
  it.each([
    [{ protocol: 2 }, 2],
    [{ protocol: 0 }, 0],
    [{}, undefined],
    ['a text', undefined],
  ])('is refused if it speaks another protocol, and stays: %j', (planted, theirs) => {
    plant(planted);
    expect(() => createBus({ source: 'cart' })).toThrow(
      expect.objectContaining({
        code: 'protocol-mismatch',
        details: { ours: 1, theirs, source: 'cart' },
        message: expect.stringMatching(/"cart".*protocol 1.*speaks/),
      }),
    );
    expect(Reflect.get(globalThis, key)).toBe(planted);
  });

  it('is joined if it speaks the same, whatever the version of the copy that made it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub({ window });
    hub.copies.push({ copy: {}, version: '0.0.1', source: 'shell' });
    plant(hub);
    const [cart, checkout] = [createBus({ source: 'cart' }), createBus({ source: 'checkout' })];
    expect([cart.hub, checkout.hub]).toEqual([hub, hub]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/version-skew.*0\.0\.1 \("shell"\).*\("cart"\)/));
  });
});
