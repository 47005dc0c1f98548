import { createBus } from '@busbar/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createActionFeed } from '../action-feed.ts';
import { emitBeside } from '../emit-beside.ts';
import { addLine, createCartShop, removeLine, saveCart, setQuantity } from '../redux/cart-shop.test.fixture.ts';
import type { Store } from '../store.ts';
import { moduleOf, problemsOf, sourceOf } from './module-of.test.fixture.ts';
import { type RecordOptions, recordStore } from './record-store.ts';

const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process;

/** A store of an application's own, which does nothing but tell. */
function createOwnStore() {
  const feed = createActionFeed<object>();
  const state = {};
  const store: Store<object> = { getState: () => state, subscribe: () => () => {}, actions: feed.listen };
  const dispatch = (type: string, ...payload: unknown[]): void =>
    feed.tell(payload.length > 0 ? { type, payload: payload[0] } : { type }, { before: state, after: state });
  return { store, dispatch };
}

function record(payloads: readonly unknown[], options?: RecordOptions) {
  const { store, dispatch } = createOwnStore();
  const recording = recordStore(store, options);
  for (const payload of payloads) dispatch('cart/addItem', payload);
  return { recording, proposal: recording.proposals()[0]! };
}

/** Parses payloads with what was proposed for them. */
function parse(recorded: ReturnType<typeof record>, payload: unknown) {
  const { contracts } = moduleOf(recorded.recording.toTypeScript());
  return contracts.get(recorded.proposal.type)!.schema['~standard'].validate(payload);
}

describe('recordStore', () => {
  it('proposes an event for each action of a Redux store, thunks included', async () => {
    const { store, port } = createCartShop();
    const recording = recordStore(port);
    store.dispatch(addLine({ sku: 'A-1', quantity: 2 }));
    store.dispatch(setQuantity({ sku: 'A-1', quantity: 3 }));
    store.dispatch(removeLine('A-1'));
    await store.dispatch(saveCart('SPRING'));
    expect(recording.proposals().map(({ action, type, count }) => [action, type, count])).toEqual([
      ['cart/addLine', 'cart:lineAdded', 1],
      ['cart/setQuantity', 'cart:quantityChanged', 1],
      ['cart/removeLine', 'cart:lineRemoved', 1],
      ['cart/save/pending', 'cart:saveStarted', 1],
      ['cart/save/fulfilled', 'cart:saved', 1],
    ]);
  });

  it('writes TypeScript that compiles, and contracts that take what was recorded', async () => {
    const { store, port, bus } = createCartShop();
    const recording = recordStore(port);
    store.dispatch({ type: "delete/it's */ \n`x`", payload: { 'a-b': '\'\\"\u2028', "o'clock": ['*/'] } });
    const used = [addLine({ sku: 'A-1', quantity: 2 }), setQuantity({ sku: 'A-1', quantity: 3 }), removeLine('A-1')];
    for (const action of used) store.dispatch(action);
    await store.dispatch(saveCart('SPRING'));
    const source = recording.toTypeScript();
    expect(problemsOf(source)).toEqual([]);
    expect(source).toContain("export const deleteEvents = defineEvents('delete', {");
    emitBeside(port, bus, moduleOf(source).beside, { onError: (error) => expect.unreachable(`${error}`) });
    for (const action of used) store.dispatch(action);
    await store.dispatch(saveCart('SPRING'));
    expect(bus.metrics().emitted).toBe(5);
    // The compiler reads all of the core and of Zod.
  }, 60_000);

  it('writes what people would write', () => {
    const { store, port } = createCartShop();
    const recording = recordStore(port);
    store.dispatch(addLine({ sku: 'lamp-01', quantity: 1 }));
    store.dispatch(setQuantity({ sku: 'lamp-01', quantity: 2 }));
    expect(recording.toTypeScript()).toBe(sourceOf('proposed-cart.test.fixture.ts'));
  });

  it('tells optional fields, nullable ones, lists and integers apart', () => {
    const { proposal } = record([
      { sku: 'A-1', price: 1, note: null, sizes: [1] },
      { sku: 'A-2', price: 1.5, note: 'gift', sizes: [], offer: true },
    ]);
    expect(proposal.schema).toEqual({
      type: 'object',
      properties: {
        sku: { type: 'string' },
        price: { type: 'number' },
        note: { type: ['string', 'null'] },
        sizes: { type: 'array', items: { type: 'integer' } },
        offer: { type: 'boolean' },
      },
      required: ['sku', 'price', 'note', 'sizes'],
    });
  });

  it('takes a few texts that come often for all that there are', () => {
    const sizes = Array.from({ length: 24 }, (_, index) => ['S', 'M', 'L'][index % 3]);
    expect(record(sizes).proposal.schema).toEqual({ type: 'string', enum: ['L', 'M', 'S'] });
    expect(record(sizes.slice(0, 9)).proposal.schema).toEqual({ type: 'string' });
  });

  it('recognises formats that all texts of a place have', () => {
    const formatOf = (...texts: string[]) => record(texts).proposal.schema['format'];
    expect(formatOf('2026-11-22T10:00:00Z', '2024-02-29T23:59:59.5+01:00')).toBe('date-time');
    expect(formatOf('2024-02-29')).toBe('date');
    expect(formatOf('2026-02-30')).toBeUndefined();
    expect(formatOf('https://example.com/a?b=c')).toBe('uri');
    expect(formatOf('ada@example.com')).toBe('email');
    expect(formatOf('6f9619ff-8b86-4011-b42d-00c04fc964ff', 'no uuid')).toBeUndefined();
  });

  it('takes records whose keys are data for dictionaries', () => {
    expect(record([{ 17: { quantity: 1 } }, { 23: { quantity: 2 } }]).proposal.schema).toEqual({
      type: 'object',
      additionalProperties: { type: 'object', properties: { quantity: { type: 'integer' } }, required: ['quantity'] },
    });
  });

  it('leaves out fields that every object has', () => {
    const recorded = record([{ sku: 'A-1', valueOf: 1, toString: { by: 'hand' } }, { sku: 'A-2' }]);
    expect(recorded.proposal.schema['properties']).toEqual({ sku: { type: 'string' } });
    expect(parse(recorded, { sku: 'A-2' })).toEqual({ value: { sku: 'A-2' } });
  });

  it('says what events cannot carry, and leaves the action out of the map', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const { recording, proposal } = record([{ lines: [{ at: new Date(0) }] }, { done() {} }, cycle, Number.NaN]);
    expect(proposal.refused).toEqual([
      { reason: 'payload-class-instance', path: 'lines.*.at', count: 1 },
      { reason: 'payload-function', path: 'done', count: 1 },
      { reason: 'payload-cycle', path: 'self', count: 1 },
      { reason: 'no-json', path: '', count: 1 },
    ]);
    expect(moduleOf(recording.toTypeScript()).beside).toEqual({});
  });

  it('leaves personal data out of examples and tags it', () => {
    const recorded = record([
      { email: 'ada@lovelace.org', customer: { firstName: 'Ada', age: 36 }, contact: 'ada@lovelace.org', sku: 'A-1' },
    ]);
    expect(recorded.proposal.examples).toEqual([
      { email: 'someone@example.com', customer: { firstName: 'text', age: 0 }, contact: 'someone@example.com', sku: 'A-1' },
    ]);
    expect(recorded.proposal.schema).toMatchObject({ properties: { email: { tags: ['pii'] }, sku: { type: 'string' } } });
    expect(JSON.stringify(recorded.recording.toTypeScript())).not.toMatch(/lovelace|Ada/);
    expect(recorded.recording.toTypeScript()).toContain("email: z.email().meta({ tags: ['pii'] })");
  });

  it('gives examples that the schema takes of lists in which nothing stands', () => {
    const recorded = record([{ sizes: [1, undefined, 3] }]);
    expect(recorded.proposal.examples).toEqual([{ sizes: [1, null, 3] }]);
    for (const given of [...recorded.proposal.examples, { sizes: [undefined] }]) {
      expect(parse(recorded, given)).not.toHaveProperty('issues');
    }
  });

  it('leaves out addresses that are keys', () => {
    const recorded = record([{ shares: { 'ada@lovelace.org': 2, owner: 'A' } }]);
    expect(recorded.proposal.examples).toEqual([{ shares: { 'someone@example.com': 2, owner: 'A' } }]);
    expect(recorded.recording.toTypeScript()).not.toContain('lovelace');
    expect(parse(recorded, { shares: { 'ada@lovelace.org': 2, owner: 'A' } })).not.toHaveProperty('issues');
  });

  it.each(['eval', 'arguments'])('writes TypeScript that compiles for the domain %s', (domain) => {
    const { store, dispatch } = createOwnStore();
    const recording = recordStore(store);
    dispatch(`${domain}/clear`);
    expect(recording.toTypeScript()).toContain(`const ${domain}Events`);
  });

  it('gives two actions that lead to one name different ones', () => {
    const { store, dispatch } = createOwnStore();
    const recording = recordStore(store);
    dispatch('cart/addItem', 1);
    dispatch('cart/itemAdded', 'A-1');
    expect(recording.proposals().map(({ type }) => type)).toEqual(['cart:itemAdded', 'cart:itemAdded2']);
  });

  it('hears neither what stores say to themselves nor anything after it was stopped', () => {
    const { store, dispatch } = createOwnStore();
    const recording = recordStore(store);
    dispatch('@@redux/INIT');
    dispatch('cart/clear');
    recording.stop();
    dispatch('cart/addItem', 1);
    expect(recording.proposals().map(({ action }) => action)).toEqual(['cart/clear']);
  });

  it('accepts every payload that it has seen', { timeout: 30_000 }, () => {
    const payload = fc.oneof(
      fc.jsonValue({ maxDepth: 3, stringUnit: 'binary-ascii' }),
      fc.oneof(
        fc.emailAddress(),
        fc.webUrl(),
        fc.uuid(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      fc.array(fc.constantFrom('S', 'M', 'L'), { minLength: 20, maxLength: 30 }),
      fc.dictionary(fc.nat().map(String), fc.option(fc.integer())),
      fc.dictionary(fc.emailAddress(), fc.nat(), { maxKeys: 3 }),
      fc.array(fc.option(fc.nat(), { nil: undefined })),
      fc.record({ note: fc.constant(undefined), sku: fc.string() }, { requiredKeys: ['sku'] }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 8 }), (payloads) => {
        const { refused, zod, examples } = record(payloads).proposal;
        fc.pre(refused.length === 0);
        const schema: z.ZodType = new Function('z', `return ${zod}`)(z);
        expect([...payloads, ...examples].filter((payload) => !schema.safeParse(payload).success)).toEqual([]);
      }),
      { numRuns: Number(env['BUSBAR_RECORDER_RUNS'] ?? 100) },
    );
  });
});

describe('the contract of what was recorded', () => {
  it('carries every recorded payload on a bus, and refuses what is different', () => {
    const recorded = record([{ sku: 'A-1' }, { sku: 'A-2', gift: true }]);
    const contract = moduleOf(recorded.recording.toTypeScript()).contracts.get('cart:itemAdded')!;
    const bus = createBus({ source: 'cart' });
    expect(bus.emit(contract, { sku: 'A-2', gift: true }).data).toEqual({ sku: 'A-2', gift: true });
    expect(parse(recorded, { sku: 7 })).toHaveProperty('issues');
  });
});
