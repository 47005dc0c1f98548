import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySchema } from '../json-schema/any-schema.test.fixture.ts';
import { compileSchema } from '../json-schema/compile-schema.test.fixture.ts';
import { anyEditedPair, anyUnrelatedPair } from '../json-schema/edit-schema.test.fixture.ts';
import { instancesFor } from '../json-schema/instances-for.test.fixture.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { SchemaReferenceError } from '../json-schema/schema-reference-error.ts';
import { randomRuns } from '../random-runs.test.fixture.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { Comparison, ComparisonPolicy } from './difference.ts';
import { differenceTypes } from './difference-types.ts';

const policies = ['strict', 'lenient'] as const;
const runs = randomRuns(200);
/** Enough for hundreds of thousands. */
const timeout = 60_000 + runs.numRuns * 20;
const pairs = fc.oneof({ weight: 4, arbitrary: anyEditedPair() }, { weight: 1, arbitrary: anyUnrelatedPair() });

/** Generated references may lead in a circle, which is an error. */
function comparison(original: JsonSchema, updated: JsonSchema, policy: ComparisonPolicy): Comparison | undefined {
  try {
    return compareSchemas(original, updated, { policy });
  } catch (error) {
    if (error instanceof SchemaReferenceError) return undefined;
    throw error;
  }
}

/** The schema with the lists of branches in reverse, and all keys too. */
function reversed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item));
    return ['allOf', 'anyOf', 'oneOf', 'enum', 'required'].includes(key) ? items.toReversed() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([name, item]) => [name, reversed(item, name)]));
}

describe.each(policies)('Two schemas under `%s`', (policy) => {
  it('lose no value where the change is compatible and nothing is marked', { timeout }, () => {
    const isSound = ([original, updated]: readonly [JsonSchema, JsonSchema], seed: number) => {
      const result = comparison(original, updated, policy);
      if (!result?.compatible || result.differences.some((difference) => difference.class)) return;
      const [writes, reads] = [compileSchema(original), compileSchema(updated)];
      const lost = instancesFor([original, updated], seed, 30).filter((value) => writes(value) && reads(value) === false);
      expect(lost).toEqual([]);
    };
    fc.assert(fc.property(pairs, fc.nat(), isSound), runs);
  });

  it('are told apart whatever the order of branches and keys', { timeout }, () => {
    fc.assert(
      fc.property(pairs, ([original, updated]) => {
        const one = comparison(original, updated, policy);
        const other = comparison(original, reversed(updated) as JsonSchema, policy);
        if (one && other) expect(other.compatible).toBe(one.compatible);
      }),
      runs,
    );
  });

  it('are compatible where they are the same, also with a comment more', { timeout }, () => {
    fc.assert(
      fc.property(anySchema(), (schema) => {
        const copy = typeof schema === 'boolean' ? schema : { ...structuredClone(schema), $comment: 'a copy' };
        const found = comparison(schema, copy, policy)?.differences.filter((difference) => difference.class !== 'unchecked');
        expect(found ?? []).toEqual([]);
        expect(compareSchemas(schema, structuredClone(schema), { policy })).toEqual({ compatible: true, differences: [] });
      }),
      runs,
    );
  });

  it('have differences that add up to the verdict', { timeout }, () => {
    fc.assert(
      fc.property(pairs, ([original, updated]) => {
        const { compatible, differences } = comparison(original, updated, policy) ?? { compatible: true, differences: [] };
        expect(differences.every(({ breaking }) => !breaking)).toBe(compatible);
        for (const { type, path, breaking, class: mark } of differences) {
          expect(differenceTypes).toHaveProperty(type);
          expect(path).toMatch(/^#\//);
          expect(breaking && mark !== undefined).toBe(false);
        }
      }),
      runs,
    );
  });
});

describe('What `strict` accepts', () => {
  it('is accepted by `lenient`', { timeout }, () => {
    fc.assert(
      fc.property(pairs, ([original, updated]) => {
        if (comparison(original, updated, 'strict')?.compatible) {
          expect(comparison(original, updated, 'lenient')?.compatible).toBe(true);
        }
      }),
      runs,
    );
  });
});
