import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { BusError, createBus, createHub, defineEvent, type Hub, isBusError } from '../index.ts';

const noted = defineEvent('cart:noted', { version: 1, schema: z.string(), retain: 'latest' });

/** Busbar as another bundle brings it: every module once more. */
async function anotherCopy(): Promise<typeof import('../index.ts')> {
  vi.resetModules();
  return import('../index.ts');
}

describe('two buses', () => {
  it('never meet on a server, where nobody said that they should', () => {
    const [one, other] = [createBus({ source: 'request-1' }), createBus({ source: 'request-2' })];
    const heard: unknown[] = [];
    other.on('**', ({ data }) => heard.push(data), { delivery: 'sync' });
    one.emit(noted, 'secret');
    other.on(noted, ({ data }) => heard.push(data), { delivery: 'sync' });
    expect(heard).toEqual([]);
    expect(one.hub).not.toBe(other.hub);
    expect(other.contracts()).toMatchObject([{ definedBy: ['request-2'] }]);
    expect(other.metrics().emitted).toBe(0);
  });

  it('leave nothing on the global object of a server', () => {
    createBus({ source: 'request' }).emit(noted, 'secret');
    expect(Reflect.ownKeys(globalThis)).not.toContain(Symbol.for('busbar.hub'));
  });

  it('meet on a hub that both are given', () => {
    const hub = createHub();
    const [one, other] = [createBus({ source: 'cart', hub }), createBus({ source: 'checkout', hub })];
    const heard: unknown[] = [];
    other.on(noted, ({ data, source }) => heard.push(`${data} from ${source}`), { delivery: 'sync' });
    one.emit(noted, 'hello');
    expect(heard).toEqual(['hello from cart']);
    expect([one.hub, other.hub, one.scope().hub]).toEqual([hub, hub, hub]);
  });

  it('do not meet on hubs of their own', () => {
    const one = createBus({ source: 'cart', hub: createHub() });
    one.emit(noted, 'hello');
    expect(createBus({ source: 'checkout', hub: createHub() }).latest(noted).get()).toBeUndefined();
  });
});

describe('the hub of a page', () => {
  const key = Symbol.for('busbar.hub');
  afterEach(() => vi.unstubAllGlobals());

  /** What a page has of a window, as far as a hub needs it. */
  const windowOf = (document: EventTarget) => Object.assign(new EventTarget(), { document });

  it('is on the window of the document where a sandbox or a test runner has another globalThis', async () => {
    const document = Object.assign(new EventTarget(), { defaultView: windowOf(new EventTarget()) });
    vi.stubGlobal('document', document);
    const [cart, checkout] = [createBus({ source: 'cart' }), (await anotherCopy()).createBus({ source: 'checkout' })];
    expect(checkout.hub).toBe(cart.hub);
    expect(Reflect.get(document.defaultView, key)).toBe(cart.hub);
    expect(Reflect.has(globalThis, key)).toBe(false);
    const heard = checkout.once(noted);
    document.defaultView.dispatchEvent(new CustomEvent('cart:noted', { detail: 'plain' }));
    expect(await heard).toMatchObject({ source: 'window', data: 'plain' });
  });

  it('is on globalThis where the document shows no window', () => {
    const document = Object.assign(new EventTarget(), { defaultView: null });
    const [addEventListener, dispatchEvent] = [vi.fn(), vi.fn()];
    for (const [name, value] of Object.entries({ document, addEventListener, dispatchEvent })) vi.stubGlobal(name, value);
    const [cart, checkout] = [createBus({ source: 'cart' }), createBus({ source: 'checkout' })];
    expect([checkout.hub, Reflect.get(globalThis, key)]).toEqual([cart.hub, cart.hub]);
    Reflect.deleteProperty(globalThis, key);
  });
});

describe('limits', () => {
  it('hold for the hub that the bus makes', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const bus = createBus({ source: 'cart', limits: { hops: 0 } });
    const cause = bus.emit(noted, 'first');
    expect(() => bus.emit(noted, 'second', { cause })).toThrow(expect.objectContaining({ code: 'too-many-hops' }));
  });

  it('hold where they say something: what is undefined is as it is by default', () => {
    const { limits } = createHub({ limits: { hops: undefined, depth: 3 } });
    expect(limits).toMatchObject({ hops: 32, depth: 3, nodes: 10_000 });
  });

  it('do not change a hub that is there already', () => {
    const hub = createHub({ limits: { hops: 5 } });
    createBus({ source: 'cart', hub, limits: { hops: 0 } });
    expect(hub.limits).toMatchObject({ hops: 5, depth: 64, nodes: 10_000, bytes: 262_144, deadLetters: 1_000 });
  });
});

describe('two copies of Busbar on one hub', () => {
  it('deliver each other’s events, and see each other’s retained ones', async () => {
    const hub = createHub();
    const other = (await anotherCopy()).createBus({ source: 'theirs', hub });
    const mine = createBus({ source: 'mine', hub });
    const heard: unknown[] = [];
    mine.on(noted, ({ data }) => heard.push(`mine heard ${data}`), { delivery: 'sync' });
    other.emit(noted, 'a');
    other.on(noted, ({ data }) => heard.push(`theirs heard ${data}`), { delivery: 'sync' });
    mine.emit(noted, 'b');
    expect(heard).toEqual(['mine heard a', 'theirs heard a', 'mine heard b', 'theirs heard b']);
    expect([mine, other].map((bus) => bus.latest(noted).get())).toEqual(['b', 'b']);
  });

  it('see each other’s contracts and dead letters', async () => {
    const hub = createHub();
    const other = (await anotherCopy()).createBus({ source: 'theirs', hub });
    const mine = createBus({ source: 'mine', hub, contracts: [noted] });
    expect(() => other.emit('cart:noted', 42)).toThrow();
    expect(other.contracts()).toMatchObject([{ type: 'cart:noted', definedBy: ['mine'] }]);
    expect(mine.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { source: 'theirs', data: 42 } }]);
  });

  it('know each other’s errors', async () => {
    const theirs = await anotherCopy();
    const bus = theirs.createBus({ source: 'theirs', hub: createHub() });
    const error = await bus.once(42 as never).catch((failure: unknown) => failure);
    expect(error).not.toBeInstanceOf(BusError);
    expect(isBusError(error, 'invalid-event-name')).toBe(true);
  });

  it('are both in the metrics, each once', async () => {
    const hub = createHub();
    const { createBus: createTheirs } = await anotherCopy();
    for (const source of ['theirs', 'theirs-too']) createTheirs({ source, hub });
    const bus = createBus({ source: 'mine', hub });
    const version = hub.version;
    expect(bus.metrics().copies).toEqual([
      { version, source: 'theirs' },
      { version, source: 'mine' },
    ]);
  });

  it('bring one warning where their versions differ, and go on', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const hub = createHub();
    hub.copies.push({ copy: {}, version: '0.0.1', source: 'profile' });
    const bus = createBus({ source: 'cart', hub });
    createBus({ source: 'checkout', hub });
    expect(warn).toHaveBeenCalledTimes(1);
    const { version } = hub;
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/version-skew.*0\.0\.1.*"profile"/));
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(`${version} ("cart")`));
    expect(bus.emit(noted, 'hello').data).toBe('hello');
  });
});

describe('a hub of another protocol', () => {
  it.each([{ protocol: 2 }, {}, { protocol: '1' }])('is refused: %j', (hub) => {
    expect(() => createBus({ source: 'cart', hub: hub as Hub })).toThrow(
      expect.objectContaining({
        code: 'protocol-mismatch',
        details: { ours: 1, theirs: (hub as Partial<Hub>).protocol, source: 'cart' },
      }),
    );
  });
});
