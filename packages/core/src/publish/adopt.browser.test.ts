import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import {
  type AnyEventContract,
  type Bus,
  type BusEvent,
  createBus,
  createHub,
  defineEvent,
  type EventDefinition,
} from '../index.ts';

let names = 0;

/** A contract under a name that no other test dispatches. */
function contractOf(definition: Partial<EventDefinition> = {}): AnyEventContract {
  return defineEvent(`adopt:case${++names}`, { version: 1, schema: z.unknown(), ...definition });
}

/** A bus that hears a contract, and what it heard. */
function hearing(contract: AnyEventContract) {
  const bus = createBus({ source: 'cart', hub: createHub({ window }) });
  const heard: BusEvent[] = [];
  bus.on(contract, (event) => heard.push(event));
  return { bus, heard };
}

function dispatch(type: string, detail?: unknown, target: EventTarget = window, init: CustomEventInit = { bubbles: true }): void {
  expect(target.dispatchEvent(new CustomEvent(type, { detail, ...init }))).toBe(true);
}

/** Resolves once everything that was published so far has been delivered. */
async function delivered(bus: Bus): Promise<void> {
  const last = contractOf();
  const seen = bus.once(last);
  bus.emit(last, 'last');
  await seen;
}

function nested(levels: number): unknown {
  return levels === 0 ? 'end' : { in: nested(levels - 1) };
}

describe('a plain event on window', () => {
  it('reaches the subscribers of the bus, validated, after the dispatch', async () => {
    const contract = contractOf({ version: 2, schema: z.object({ sku: z.string(), quantity: z.number().default(1) }) });
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, { sku: 'A-1', more: true });
    expect(heard).toEqual([]);
    await delivered(bus);
    expect(heard).toEqual([
      {
        id: expect.any(String),
        source: 'window',
        type: contract.type,
        time: expect.any(Number),
        sequence: 1,
        dataversion: 2,
        data: { sku: 'A-1', quantity: 1 },
        hops: 0,
      },
    ]);
  });

  it('shares nothing with its detail, which stays as it was', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    const detail = { lines: ['A-1'] };
    dispatch(contract.type, detail);
    detail.lines.push('changed');
    await delivered(bus);
    expect(heard[0]?.data).toEqual({ lines: ['A-1'] });
    expect(heard[0]?.data).not.toBe(detail);
  });

  it('is one event, however many buses of the page use the contract', async () => {
    const hub = createHub({ window });
    const contract = contractOf();
    const buses = ['cart', 'checkout'].map((source) => createBus({ source, hub, contracts: [contract] }));
    const heard: number[] = [];
    for (const bus of buses) bus.on(contract, ({ sequence }) => heard.push(sequence));
    dispatch(contract.type);
    await delivered(buses[0] as Bus);
    expect(heard).toEqual([1, 1]);
  });

  it('is kept for late subscribers, even if nobody has subscribed yet', async () => {
    const contract = contractOf({ retain: 'latest' });
    const bus = createBus({ source: 'cart', hub: createHub({ window }), contracts: [contract] });
    dispatch(contract.type, 'early');
    expect(await bus.once(contract)).toMatchObject({ data: 'early', source: 'window', replayed: true });
  });

  it('is published by window in the catalogue, whatever the bus may publish', async () => {
    const contract = contractOf();
    const bus = createBus({ source: 'cart', hub: createHub({ window }), contracts: [contract], publish: [] });
    dispatch(contract.type);
    expect(bus.contracts()).toMatchObject([{ type: contract.type, emitters: ['window'] }]);
  });

  it('is heard without a detail, too', async () => {
    const contract = contractOf({ schema: z.undefined() });
    const { bus, heard } = hearing(contract);
    dispatch(contract.type);
    window.dispatchEvent(new Event(contract.type));
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual([undefined, undefined]);
  });

  it('is not heard under a name that has no contract', async () => {
    const { bus, heard } = hearing(contractOf());
    bus.on('nobody:knows', (event) => heard.push(event));
    bus.on('**', (event) => heard.push(event), { where: ({ type }) => type.startsWith('nobody') });
    dispatch('nobody:knows', 'x');
    await delivered(bus);
    expect(heard).toEqual([]);
  });
});

describe('a plain event elsewhere', () => {
  it('is heard where it bubbles up, from the document or an element', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, 'document', document);
    dispatch(contract.type, 'element', document.body);
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual(['document', 'element']);
  });

  it('is heard out of a shadow tree if it is composed', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    const host = document.body.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('button'));
    dispatch(contract.type, 'hidden', inside);
    dispatch(contract.type, 'shown', inside, { bubbles: true, composed: true });
    await delivered(bus);
    host.remove();
    expect(heard.map(({ data }) => data)).toEqual(['shown']);
  });

  it('is left alone where it does not bubble', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, 'document', document, {});
    dispatch(contract.type, 'element', document.body, {});
    dispatch(contract.type, 'detached', document.createElement('div'));
    dispatch(contract.type, 'window', window, {});
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual(['window']);
  });

  it('is heard though a plain listener on its way stops it', async () => {
    const contract = contractOf();
    const stop = (event: Event): void => event.stopImmediatePropagation();
    const { bus, heard } = hearing(contract);
    window.addEventListener(contract.type, stop, { capture: true });
    document.addEventListener(contract.type, stop, { capture: true });
    document.body.addEventListener(contract.type, stop);
    dispatch(contract.type, 'window', window);
    dispatch(contract.type, 'document', document);
    dispatch(contract.type, 'element', document.body);
    document.removeEventListener(contract.type, stop, { capture: true });
    document.body.removeEventListener(contract.type, stop);
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual(['window', 'document', 'element']);
  });
});

describe('a dispatch inside', () => {
  it('a handler is caused by the event that it handles', async () => {
    const [outer, inner] = [contractOf({ dom: 'off' }), contractOf()];
    const { bus, heard } = hearing(inner);
    bus.on(outer, () => dispatch(inner.type, 'inside'));
    const cause = bus.emit(outer, 'outside', { correlationid: 'visit-9' });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ source: 'window', causationid: cause.id, correlationid: 'visit-9', hops: 1 });
  });

  it('a plain listener is heard, however deep', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    window.addEventListener(contract.type, (event) => {
      const left = (event as CustomEvent).detail as number;
      if (left > 0) dispatch(contract.type, left - 1);
    });
    dispatch(contract.type, 10);
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('a ring of handlers ends at the limit of hops, with a warning and a dead letter', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    bus.on(contract, () => dispatch(contract.type, heard.length));
    dispatch(contract.type, 0);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'too-many-hops', event: { source: 'window', hops: 33 } }]);
    expect(heard.at(-1)?.hops).toBe(32);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe('versions', () => {
  const older = (type: string) => defineEvent(type, { version: 1, schema: z.looseObject({ id: z.string() }) });
  const newer = (type: string) => defineEvent(type, { version: 2, schema: z.looseObject({ sku: z.string() }) });

  it('are tried from the newest on', () => {
    const hub = createHub({ window });
    const { type } = contractOf();
    const bus = createBus({ source: 'cart', hub, contracts: [older(type), newer(type)] });
    const versions: number[] = [];
    bus.on('**', ({ dataversion }) => versions.push(dataversion), { delivery: 'sync' });
    dispatch(type, { id: 'A-1' });
    dispatch(type, { sku: 'A-1' });
    dispatch(type, { id: 'A-1', sku: 'A-1' });
    expect(versions).toEqual([1, 2, 2]);
  });

  it('are refused with the newest one’s reasons where none fits', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { type } = contractOf();
    const bus = createBus({ source: 'cart', hub: createHub({ window }), contracts: [newer(type), older(type)] });
    dispatch(type, { colour: 'red' });
    expect(bus.deadLetters.list()).toMatchObject([
      {
        reason: 'invalid',
        error: { code: 'invalid-payload', details: { version: 2, source: 'window', issues: [{ path: 'sku' }] } },
      },
    ]);
  });
});

describe('a plain event that breaks its contract', () => {
  it('is a dead letter each time and a warning once, and hurts nobody', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf({ schema: z.object({ lines: z.array(z.object({ sku: z.string() })) }) });
    const { bus, heard } = hearing(contract);
    for (const sku of [1, 2, 3]) dispatch(contract.type, { lines: [{ sku }] });
    await delivered(bus);
    expect(heard).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(new RegExp(`"window" emitted "${contract.type}".*lines\\.0\\.sku`)));
    expect(bus.deadLetters.list()).toMatchObject(
      [1, 2, 3].map((sku) => ({
        reason: 'invalid',
        event: { type: contract.type, source: 'window', data: { lines: [{ sku }] } },
        error: { code: 'invalid-payload' },
      })),
    );
  });

  it.each<[string, () => unknown, string]>([
    ['a function', () => ({ add: () => {} }), 'payload-function'],
    ['a DOM node', () => ({ target: document.body }), 'payload-dom-node'],
    ['a cycle', () => ((cycle) => Object.assign(cycle, { cycle }))({}), 'payload-cycle'],
    ['__proto__', () => JSON.parse('{"__proto__":{"admin":true}}'), 'payload-forbidden-key'],
    ['a getter that throws', () => Object.defineProperty({}, 'x', { enumerable: true, get: fail }), 'payload-unreadable'],
    ['65 levels', () => nested(65), 'payload-too-deep'],
    ['10,001 values', () => Array(10_000).fill(0), 'payload-too-many-nodes'],
    ['an array longer than memory', () => Array(4_294_967_295), 'payload-too-many-nodes'],
    ['more than 256 KiB of text', () => ['x'.repeat(131_073)], 'payload-too-large'],
    ['more than 256 KiB of keys', () => ({ ['x'.repeat(131_073)]: 1 }), 'payload-too-large'],
  ])('is refused before anything looks at it: %s', (_what, detail, code) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const asked: unknown[] = [];
    const contract = contractOf({ schema: z.unknown().refine((value) => asked.push(value)) });
    const { bus } = hearing(contract);
    dispatch(contract.type, detail());
    expect(asked).toEqual([]);
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', event: { source: 'window' }, error: { code } }]);
  });

  it.each<[string, unknown]>([
    ['64 levels', nested(64)],
    ['10,000 values', Array(9_999).fill(0)],
    ['256 KiB of text', 'x'.repeat(131_072)],
    [
      '512 times 256 characters',
      Object.fromEntries(Array.from({ length: 511 }, (_, key) => [`${key}`.padStart(6), 'x'.repeat(250)])),
    ],
  ])('is not what is as large as may be: %s', async (_what, detail) => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, detail);
    await delivered(bus);
    expect(heard.map(({ data }) => data)).toEqual([detail]);
  });

  it('has the bounds that its hub was made with', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf();
    const hub = createHub({ window, limits: { depth: 2, nodes: 3, bytes: 10 } });
    const bus = createBus({ source: 'cart', hub, contracts: [contract] });
    for (const detail of [nested(3), [1, 2, 3], 'sixsix']) dispatch(contract.type, detail);
    expect(bus.deadLetters.list().map(({ error }) => (error as { code: string }).code)).toEqual([
      'payload-too-deep',
      'payload-too-many-nodes',
      'payload-too-large',
    ]);
  });

  it('may refuse to show its detail at all', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf();
    const { bus } = hearing(contract);
    const sly = Object.defineProperty(new CustomEvent(contract.type), 'detail', { get: fail });
    expect(() => window.dispatchEvent(sly)).not.toThrow();
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', error: { code: 'payload-unreadable' } }]);
  });

  it('is not heard late: a schema that answers with a promise is refused', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf({ schema: z.string().refine(async () => true) });
    const { bus } = hearing(contract);
    dispatch(contract.type, 'x');
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'invalid', error: { code: 'async-schema' } }]);
  });
});

function fail(): never {
  throw new Error('no');
}
