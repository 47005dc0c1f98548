import { describe, expect, it } from 'vitest';
import * as zod46 from 'zod';
import * as zod40 from 'zod-4.0';
import * as zod41 from 'zod-4.1';
import { canonicalJson } from '../../lock/canonical-json.ts';
import { shapeOf } from '../canonical/shape-of.ts';
import { describeContract } from '../describe-contract.ts';
import { type Zod, zodCorpus } from './zod-corpus.test.fixture.ts';

const [newest, middle, oldest] = [zod46, zod41, zod40].map((z) => z as unknown as Zod) as [Zod, Zod, Zod];

/** What is described of each schema, as one release built it: everything but the names of definitions and the release. */
function described(z: Zod): Record<string, unknown> {
  const entries = Object.entries(zodCorpus(z)).map(([name, schema]) => {
    const { library, input, output, ...rest } = describeContract({ type: 'cart:changed', version: 1, schema });
    return [name, { ...rest, input: shapeOf(input), output: shapeOf(output) }] as const;
  });
  return Object.fromEntries(entries);
}

/** Names of the schemas that two releases describe differently. */
function differing(one: Zod, other: Zod): string[] {
  const [before, after] = [described(one), described(other)];
  return Object.keys(before).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
}

function shape(z: Zod, name: string): string {
  const { input, output } = describeContract({ type: 'cart:changed', version: 1, schema: zodCorpus(z)[name]! });
  return canonicalJson([shapeOf(input), shapeOf(output)]);
}

describe('contracts built with other releases of Zod', () => {
  it('are many', () => {
    expect(Object.keys(zodCorpus(newest)).length).toBeGreaterThan(130);
  });

  it('are the same contracts with 4.1.12 as with 4.6.7, but where the releases themselves differ', () => {
    expect(differing(newest, middle)).toEqual(['undefined field']);
  });

  it('are the same contracts with 4.0.0 as with 4.6.7, but where the releases themselves differ', () => {
    expect(differing(newest, oldest)).toEqual(['template literal', 'undefined field']);
  });

  it('say which release it was', () => {
    const libraries = [newest, middle, oldest].map(
      (z) => describeContract({ type: 'a:b', version: 1, schema: z.string() }).library,
    );
    expect(libraries).toEqual(['zod 4.6.7', 'zod 4.1.12', 'zod 4.0.0']);
  });

  it('are told otherwise by each release’s own toJSONSchema', () => {
    const emitted = (z: Zod) => Object.fromEntries(Object.entries(zodCorpus(z)).map(([name, schema]) => [name, emit(z, schema)]));
    const [before, after] = [emitted(oldest), emitted(newest)];
    const others = Object.keys(before).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
    expect(others.length).toBeGreaterThan(20);
    expect(others).toEqual(
      expect.arrayContaining(['email', 'uuid', 'ipv6', 'e164', 'nullable', 'tuple', 'discriminated union', 'time']),
    );
  });
});

function emit(z: Zod, schema: zod46.ZodType): unknown {
  return z.toJSONSchema(schema, { unrepresentable: 'any' });
}

describe('releases of Zod', () => {
  it.each([
    ['template literal', 'v-1-a', [true, true, false]],
    ['undefined field', {}, [false, true, true]],
  ])('differ in what a described difference says: %s', (name, value, verdicts) => {
    expect([newest, middle, oldest].map((z) => zodCorpus(z)[name]?.safeParse(value).success)).toEqual(verdicts);
  });

  it.each([
    ['datetime', '2026-11-22T16:00Z', [false, true, true]],
    ['datetime with an offset', '2026-11-22T16:00:00+25:99', [false, false, true]],
    ['lengths', '👍', [false, true, true]],
    ['uuid', 'ffffffff-ffff-ffff-ffff-ffffffffffff', [true, true, false]],
    ['e164', '+0123456789', [false, true, true]],
    ['cuid', 'c_______!', [false, true, true]],
    ['ulid', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', [false, true, true]],
  ])('differ in values that no contract names: %s', (name, value, verdicts) => {
    expect([newest, middle, oldest].map((z) => zodCorpus(z)[name]?.safeParse(value).success)).toEqual(verdicts);
    expect(new Set([newest, middle, oldest].map((z) => shape(z, name))).size).toBe(1);
  });
});
