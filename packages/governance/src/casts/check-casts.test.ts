import { type AnyEventContract, type Cast, createBus, createHub, defineEvent } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeContract } from '../contracts/describe-contract.ts';
import { type CheckCastsOptions, checkCasts, type EarlierVersion } from './check-casts.ts';

const before = z.object({ sku: z.string().min(1), quantity: z.int().positive() });
const after = z.object({ sku: z.string().min(1), quantity: z.int().positive(), price: z.int().nonnegative() });

function earlier(schema: z.ZodType, rest: Partial<EarlierVersion> = {}): EarlierVersion {
  return { ...describeContract(defineEvent('cart:itemAdded', { version: 1, schema })), ...rest };
}

function contractOf(rest: object, schema: z.ZodType = after): AnyEventContract {
  return defineEvent('cart:itemAdded', { version: 2, schema, ...rest });
}

function check(contract: AnyEventContract, direction: 'up' | 'down', rest: Partial<CheckCastsOptions> = {}) {
  return checkCasts({ contract, described: describeContract(contract), against: earlier(before), direction, ...rest });
}

const priced: Cast = (line) => ({ ...line, price: 0 });
const unpriced: Cast = ({ price: _, ...line }) => line;

describe('the check of casts', () => {
  it('finds nothing wrong with casts that work, both ways', () => {
    const contract = contractOf({ upcast: { 1: priced }, downcast: { 1: unpriced } });
    expect(check(contract, 'up')).toEqual({
      direction: 'up',
      from: 1,
      to: 2,
      steps: [1],
      tried: 100,
      examples: 0,
      seed: 1,
      problems: [],
      lost: [],
    });
    expect(check(contract, 'down')).toMatchObject({
      direction: 'down',
      from: 2,
      to: 1,
      steps: [1],
      problems: [],
      lost: ['/price'],
    });
  });

  it('says where nothing is cast and the payload does not fit', () => {
    const { steps, problems } = check(contractOf({}), 'up');
    expect(steps).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'cast-unsatisfying',
        severity: 'error',
        message: expect.stringContaining('no cast of "cart:itemAdded" lies between v1 and v2'),
        issues: [{ path: 'price' }],
        count: 100,
      },
    ]);
  });

  it.each<[string, Cast, object]>([
    [
      'cast-threw',
      ({ line }) => ({ ...line.sku, price: 0 }),
      { step: 1, message: expect.stringContaining('upcast[1] of "cart:itemAdded" threw TypeError') },
    ],
    ['cast-answered-late', async (line) => ({ ...line, price: 0 }), { step: 1, message: expect.stringContaining('a promise') }],
    [
      'cast-changed-its-input',
      (line) => Object.assign(line, { price: 0 }),
      { step: 1, message: expect.stringContaining('frozen') },
    ],
    [
      'cast-unsatisfying',
      (line) => ({ ...line, price: '0' }),
      { issues: [{ path: 'price' }], message: expect.stringContaining('"price"') },
    ],
    [
      'cast-unsatisfying',
      (line) => ({ ...line, price: 0, at: new Date() }),
      { message: expect.stringContaining('an instance of Date at at') },
    ],
    ['cast-unsatisfying', () => undefined, { issues: [{ path: '' }] }],
  ])('finds a cast that does not do what casts do: %s', (code, cast, found) => {
    expect(check(contractOf({ upcast: { 1: cast } }), 'up').problems).toMatchObject([
      { code, severity: 'error', count: 100, ...found },
    ]);
  });

  it.each<[string, unknown]>([
    ['a function', { fit: () => true }],
    ['a big integer', { quantity: 1n }],
  ])('says what a cast threw that was given %s by the one before it', (_what, made) => {
    const thrower: Cast = () => {
      throw new Error('no');
    };
    const contract = defineEvent('cart:itemAdded', { version: 3, schema: after, upcast: { 1: () => made, 2: thrower } });
    expect(check(contract, 'up').problems).toMatchObject([{ code: 'cast-threw', step: 2 }]);
  });

  it('says that a schema answers late, whoever made the promise', () => {
    // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what the test is about
    const late = { version: 1, vendor: 'late', validate: () => ({ then: () => undefined }) };
    const schema = { '~standard': { ...late, jsonSchema: { input: () => ({}), output: () => ({}) } } };
    const contract = contractOf({ upcast: { 1: priced } }, schema as unknown as z.ZodType);
    expect(check(contract, 'up').problems).toMatchObject([
      { code: 'cast-unsatisfying', issues: [{ message: expect.stringContaining('answers a promise') }] },
    ]);
  });

  it('finds what is wrong at a bound only', () => {
    const next = z.object({ sku: z.string(), share: z.number() });
    const cast: Cast = ({ sku, quantity }) => ({ sku, share: 1 / (quantity - 1) });
    const [problem] = check(contractOf({ upcast: { 1: cast } }, next), 'up').problems;
    expect(problem).toMatchObject({ code: 'cast-unsatisfying', issues: [{ path: 'share' }] });
    expect(JSON.parse(problem?.payload ?? '')).toMatchObject({ quantity: 1 });
    expect(problem?.count).toBeLessThan(100);
  });

  it('finds what only one branch, an absent field or an empty list brings to light', () => {
    const old = z.object({ kind: z.enum(['gift', 'sale']), note: z.string().optional(), lines: z.array(z.string()) });
    const next = z.object({ kind: z.literal('sale'), length: z.int(), first: z.string() });
    const cast: Cast = ({ kind, note, lines }) => ({ kind, length: note.length, first: lines[0] });
    const { problems } = check(contractOf({ upcast: { 1: cast } }, next), 'up', { against: earlier(old) });
    const found = problems.map(({ code, issues }) => [code, ...issues.map(({ path }) => path)].join(' '));
    expect(found).toEqual(expect.arrayContaining(['cast-threw', 'cast-unsatisfying kind', 'cast-unsatisfying first']));
  });

  it('checks what is cast down by what the earlier version took', () => {
    const contract = contractOf({ downcast: { 1: ({ sku }: { sku: string }) => ({ sku, quantity: 0 }) } });
    expect(check(contract, 'down').problems).toMatchObject([{ code: 'cast-unsatisfying', issues: [{ path: 'quantity' }] }]);
  });

  it('casts down only what the contract itself would publish', () => {
    const even = after.refine(({ quantity }) => quantity % 2 === 0);
    const cast: Cast = ({ quantity, ...line }) => ({ ...line, quantity: quantity / 2 });
    const contract = contractOf({ downcast: { 1: cast } }, even);
    expect(check(contract, 'down').problems).toEqual([]);
  });

  it('takes examples first, and shows the shortest payload that fails', () => {
    const examples = [{ sku: 'lamp-01', quantity: 2 }];
    const contract = contractOf({ upcast: { 1: ({ sku }: { sku: string }) => ({ sku, price: 0 }) } });
    const result = check(contract, 'up', { against: earlier(before, { examples }) });
    expect(result).toMatchObject({
      tried: 101,
      examples: 1,
      problems: [{ payload: '{"sku":"lamp-01","quantity":2}', count: 101 }],
    });
  });

  it('fills defaults into examples, which are what emitters gave', () => {
    const old = z.object({ sku: z.string(), quantity: z.int().default(1) });
    const examples = [{ sku: 'lamp-01' }];
    const cast: Cast = ({ quantity }) => ({ sku: 'x', quantity: Math.max(1, Math.abs(quantity)), price: 0 });
    const result = check(contractOf({ upcast: { 1: cast } }), 'up', { against: earlier(old, { examples }) });
    expect(result).toMatchObject({ examples: 1, problems: [] });
  });

  it('gives the same payloads for the same seed, and others for another', () => {
    const seen = (seed: number): unknown[] => {
      const payloads: unknown[] = [];
      const cast: Cast = (line) => ({ ...line, price: payloads.push(line) });
      check(contractOf({ upcast: { 1: cast } }), 'up', { seed });
      return payloads;
    };
    expect(seen(7)).toEqual(seen(7));
    expect(seen(7)).not.toEqual(seen(8));
  });

  it('is unsure of generated payloads that a rule of the earlier version may forbid', () => {
    const even = before.refine(({ quantity }) => quantity % 2 === 0).meta({ rule: 'even' });
    const halved = after.refine(({ quantity }) => quantity % 2 === 0);
    const contract = contractOf({ upcast: { 1: priced } }, halved);
    expect(check(contract, 'up', { against: earlier(even) }).problems).toMatchObject([{ severity: 'warning' }]);
    const examples = [{ sku: 'lamp-01', quantity: 3 }];
    expect(check(contract, 'up', { against: earlier(even, { examples }) }).problems).toMatchObject([{ severity: 'error' }]);
    expect(check(contract, 'up').problems).toMatchObject([{ severity: 'error' }]);
  });

  it('says that it could try nothing', () => {
    const contract = contractOf({ upcast: { 1: priced } });
    const { tried, problems } = check(contract, 'up', { against: earlier(z.object({ at: z.date() })) });
    expect([tried, problems]).toMatchObject([0, [{ code: 'cast-untried', message: expect.stringContaining('examples') }]]);
  });

  it('casts events that have no payload', () => {
    const contract = contractOf({ upcast: { 1: () => ({ sku: 'x', quantity: 1, price: 0 }) } });
    expect(check(contract, 'up', { against: earlier(z.undefined()) })).toMatchObject({ tried: 1, problems: [] });
  });

  it('shortens long payloads', () => {
    const old = z.object({ text: z.string().min(2_000) });
    const [problem] = check(contractOf({}), 'up', { against: earlier(old), payloads: 3 }).problems;
    expect(problem?.payload.length).toBeLessThan(310);
  });

  it('leaves the contract and its examples as they were', () => {
    const examples = [{ sku: 'lamp-01', quantity: 1, price: 1 }];
    const against = earlier(before, { examples: [{ sku: 'lamp-01', quantity: 1 }] });
    const contract = contractOf({ examples, upcast: { 1: (line: object) => Object.assign(line, { price: 0 }) } });
    check(contract, 'up', { against });
    check(contract, 'down', { against });
    expect([examples, against.examples]).toEqual([
      [{ sku: 'lamp-01', quantity: 1, price: 1 }],
      [{ sku: 'lamp-01', quantity: 1 }],
    ]);
  });
});

describe('the walk of casts', () => {
  const numbers = z.object({ way: z.array(z.int()) });
  const step =
    (version: number): Cast =>
    ({ way }) => ({ way: [...way, version] });
  const casts = (...versions: number[]) => Object.fromEntries(versions.map((version) => [version, step(version)]));

  it.each([
    [1, 4, [1, 2, 3], [1, 2, 3]],
    [2, 4, [1, 2, 3], [2, 3]],
    [1, 3, [2], [2]],
    [1, 4, [], []],
    [3, 4, [1, 2], []],
  ])('goes from v%s to v%s through what there is of %j, as on the bus', (from, to, versions, walked) => {
    const schema = z.object({ way: z.array(z.int()).refine((way) => way.length === walked.length) });
    const contract = defineEvent('cart:changed', { version: to, schema, upcast: casts(...versions) });
    const against = { version: from, ...schemasOf(z.object({ way: z.tuple([]) })) };
    const result = checkCasts({ contract, described: describeContract(contract), against, direction: 'up' });
    expect([result.steps, result.problems, heardOnTheBus(contract, from)]).toEqual([walked, [], [{ way: walked }]]);
  });

  it('goes down in the order of the way', () => {
    const contract = defineEvent('cart:changed', { version: 4, schema: numbers, downcast: casts(1, 2, 3) });
    const against = { version: 2, ...schemasOf(numbers) };
    expect(checkCasts({ contract, described: describeContract(contract), against, direction: 'down' }).steps).toEqual([3, 2]);
  });
});

function schemasOf(schema: z.ZodType): Pick<EarlierVersion, 'input' | 'output'> {
  const { input, output } = describeContract(defineEvent('cart:changed', { version: 1, schema }));
  return { input, output };
}

/** What a receiver with the contract hears of an event of another version. */
function heardOnTheBus(contract: AnyEventContract, version: number): unknown[] {
  const hub = createHub();
  const heard: unknown[] = [];
  createBus({ source: 'profile', hub, onError: () => {} }).on(contract, ({ data }) => heard.push(data), { delivery: 'sync' });
  createBus({ source: 'cart', hub }).emit(defineEvent('cart:changed', { version, schema: z.any() }), { way: [] });
  return heard;
}
