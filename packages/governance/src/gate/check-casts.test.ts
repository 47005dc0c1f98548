import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkContracts } from './check-contracts.ts';
import { candidates, contract, findings, locked } from './gate.test.fixture.ts';

const text = z.string();
const one = contract('cart:itemAdded', 1, { sku: text, name: text }, { examples: [{ sku: 'A-1', name: 'Lamp' }] });
const lock = locked([one]);
type Casts = Readonly<Record<number, (data: { sku: string; name: string; title: string }) => unknown>>;

function renamed(upcast: Casts, downcast: Casts) {
  return contract('cart:itemAdded', 2, { sku: text, title: text }, { upcast, downcast });
}

const up: Casts = { 1: ({ sku, name }) => ({ sku, title: name }) };
const down: Casts = { 1: ({ sku, title }) => ({ sku, name: title }) };

describe('a breaking change', () => {
  it('passes where casts make it good in both directions', () => {
    const report = checkContracts(lock, candidates(renamed(up, down)));
    expect(report).toMatchObject({ passed: true, contracts: [{ status: 'cast', impact: 'all', against: [1] }] });
  });

  it('needs an upcast to be backward compatible, and a downcast to be forward compatible', () => {
    expect(findings(lock, [renamed(up, {})])).toMatchObject([{ code: 'forward-incompatible' }]);
    expect(findings(lock, [renamed({}, down)])).toMatchObject([{ code: 'backward-incompatible' }]);
    expect(findings(lock, [renamed(up, {})], { mode: 'backward' })).toEqual([]);
  });

  it('does not pass with a cast whose result is refused', () => {
    const [found, ...more] = findings(lock, [renamed({ 1: ({ sku }) => ({ sku }) }, down)]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'cast-failed', severity: 'error', version: 2, against: 1, direction: 'backward' });
    expect(found!.message).toMatch(/"cart:itemAdded" version 2 against version 1: .*Payload: /);
  });

  it('does not pass with a cast that nothing could be found to try on', () => {
    const impossible = z.string().regex(/^a/).regex(/^b/);
    const before = locked([contract('cart:coded', 1, { code: impossible })]);
    const after = contract('cart:coded', 2, { label: text }, { upcast: { 1: ({ code }) => ({ label: code }) } });
    expect(findings(before, [after], { mode: 'backward' })).toMatchObject([{ code: 'cast-unproven', severity: 'error' }]);
  });

  it('does not pass with a cast that throws', () => {
    const throwing: Casts = {
      1: () => {
        throw new Error('no lamp');
      },
    };
    expect(findings(lock, [renamed(up, throwing)])).toMatchObject([
      { code: 'cast-failed', message: expect.stringContaining('no lamp') },
    ]);
  });
});

describe('casts', () => {
  const cast = locked([one], [renamed(up, down)]);

  it('are run again for a version that did not change, as their code is in no hash', () => {
    expect(findings(cast, [renamed(up, down)])).toEqual([]);
    expect(findings(cast, [renamed({ 1: () => null }, down)])).toMatchObject([{ code: 'cast-failed' }]);
  });

  it('are missed where they were taken away again', () => {
    expect(findings(cast, [renamed(up, {})])).toMatchObject([{ code: 'forward-incompatible', against: 1 }]);
  });

  it('are walked from version to version', () => {
    const third = (upcast: Casts) => contract('cart:itemAdded', 3, { sku: text, label: text }, { upcast });
    const options = { mode: 'backward-transitive' } as const;
    const next = (value: { sku: string; title: string }) => ({ sku: value.sku, label: value.title });
    expect(findings(cast, [third({ ...up, 2: next })], options)).toEqual([]);
    expect(findings(cast, [third({ 2: next })], options)).toMatchObject([{ code: 'cast-failed', against: 1 }]);
  });

  it('are run also where the versions get on without: a page walks every cast that there is', () => {
    const added = contract('cart:itemAdded', 2, { sku: text, name: text, note: text.optional() }, { upcast: { 1: () => ({}) } });
    expect(findings(lock, [added])).toMatchObject([{ code: 'cast-failed', direction: 'backward' }]);
  });

  it('from a version that is not locked are not run, which is said', () => {
    const second = contract('cart:itemPut', 2, { sku: text }, { upcast: { 1: (value) => value } });
    expect(findings(locked([second]), [second])).toMatchObject([{ code: 'cast-from-unknown', severity: 'info', version: 2 }]);
  });

  it('are run for each version that casts something else, or takes something else', () => {
    const numbered = contract(
      'cart:itemAdded',
      2,
      { sku: text, name: text, count: z.number() },
      { upcast: { 1: (v) => ({ ...v, count: 1 }) } },
    );
    const history = locked([one], [numbered]);
    const broken = contract(
      'cart:itemAdded',
      3,
      { sku: text, title: text, count: z.number().max(9) },
      {
        upcast: {
          1: (v) => ({ ...v, count: 10 }),
          2: ({ sku, name, count }) => ({ sku, title: name, count: Math.min(count, 9) }),
        },
        downcast: { 2: ({ sku, title, count }) => ({ sku, name: title, count }) },
      },
    );
    expect(findings(history, [broken])).toEqual([]);
    const failing = contract(
      'cart:itemAdded',
      3,
      { sku: text, title: text, count: z.number() },
      {
        upcast: { 1: (v) => ({ ...v, count: '1' }), 2: ({ sku, name, count }) => ({ sku, title: name, count }) },
        downcast: { 2: ({ sku, title, count }) => ({ sku, name: title, count }) },
      },
    );
    expect(findings(history, [failing])).toMatchObject([{ code: 'cast-failed', against: 1, direction: 'backward' }]);
  });

  it('are run on the examples of every version', () => {
    const noted = { sku: text, name: text, note: text.optional() };
    const history = locked([one], [contract('cart:itemAdded', 2, noted)]);
    const picky = contract(
      'cart:itemAdded',
      3,
      { sku: text, title: text, note: text.optional() },
      {
        upcast: { 2: ({ name, ...rest }) => ({ ...rest, title: name === 'Lamp' ? 1 : name }) },
      },
    );
    expect(findings(history, [picky], { mode: 'backward-transitive' })).toMatchObject([{ code: 'cast-failed', against: 1 }]);
  });
});
