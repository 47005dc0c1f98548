import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, createHub } from '../index.ts';
import { contractOf, dispatch, hearing, settled } from './plain-events.test.fixture.ts';

function nested(levels: number): unknown {
  return levels === 0 ? 'end' : { in: nested(levels - 1) };
}

describe('a plain event that breaks its contract', () => {
  it('is a dead letter each time and a warning once, and hurts nobody', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf({ schema: z.object({ lines: z.array(z.object({ sku: z.string() })) }) });
    const { bus, heard } = hearing(contract);
    for (const sku of [1, 2, 3]) dispatch(contract.type, { lines: [{ sku }] });
    await settled(bus);
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
    await settled(bus);
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
