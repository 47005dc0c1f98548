import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceTypes } from '../compare/difference-types.ts';
import { anySchema } from '../json-schema/any-schema.test.fixture.ts';
import { compileSchema } from '../json-schema/compile-schema.test.fixture.ts';
import { anyEditedPair, anyUnrelatedPair } from '../json-schema/edit-schema.test.fixture.ts';
import { instancesFor } from '../json-schema/instances-for.test.fixture.ts';
import type { JsonSchema } from '../json-schema/json-schema.ts';
import { openSchema } from '../json-schema/open-schema.ts';
import { findBreaks } from './find-breaks.ts';
import { admits } from './formulas/admits.ts';
import { formulaOf } from './formulas/formula-of.ts';

const asked = process.env['BUSBAR_SCHEMA_PAIRS'];
/** By itself the test makes the same schemas each time; those who ask for more get others each time. */
const runs = asked === undefined ? { numRuns: 400, seed: 2026 } : { numRuns: Number(asked) };
const patience = asked === undefined ? undefined : 3_600_000;
const pairs = fc.oneof({ weight: 5, arbitrary: anyEditedPair() }, { weight: 1, arbitrary: anyUnrelatedPair() });

/** Values that the writer's schema admits and the reader's does not. */
function lost(writer: JsonSchema, reader: JsonSchema, seed: number): unknown[] {
  const [writes, reads] = [compileSchema(writer), compileSchema(reader)];
  return instancesFor([writer, reader], seed, 30).filter((value) => writes(value) && reads(value) === false);
}

describe('Between two schemas', () => {
  it(
    'no value is lost where no break is found',
    () => {
      const isSound = ([writer, reader]: readonly [JsonSchema, JsonSchema], seed: number) => {
        if (findBreaks(writer, reader).length === 0) expect(lost(writer, reader, seed)).toEqual([]);
      };
      fc.assert(fc.property(pairs, fc.nat(), isSound), runs);
    },
    patience,
  );

  it(
    'every break has a name, a place in the schema, and a sentence',
    () => {
      const isTold = ([writer, reader]: readonly [JsonSchema, JsonSchema]) => {
        for (const { type, path, breaking, message } of findBreaks(writer, reader)) {
          expect(differenceTypes).toHaveProperty(type);
          expect(path).toMatch(/^#\//);
          expect(message).toMatch(/^[A-Z"].*\.$/s);
          expect(breaking).toBe(true);
        }
      };
      fc.assert(fc.property(pairs, isTold), runs);
    },
    patience,
  );
});

describe('A schema', () => {
  it(
    'takes what it admits, also as a copy with other words around it',
    () => {
      const isReflexive = (schema: JsonSchema) => {
        const copy = typeof schema === 'boolean' ? schema : { ...structuredClone(schema), 'x-note': 'a copy' };
        expect(findBreaks(schema, copy)).toEqual([]);
      };
      fc.assert(fc.property(anySchema(), isReflexive), runs);
    },
    patience,
  );

  it(
    'admits a value where a validator does',
    () => {
      const agrees = (schema: JsonSchema, seed: number) => {
        // Of branches that do not hold, the validator now and then counts what they looked at.
        fc.pre(!JSON.stringify(schema).includes('"unevaluated'));
        const validate = compileSchema(schema);
        const formula = formulaOf(openSchema(schema).root);
        for (const value of instancesFor([schema], seed, 10)) {
          const answer = admits(formula, value);
          if (answer !== undefined) expect([value, answer]).toEqual([value, validate(value) ?? answer]);
        }
      };
      fc.assert(fc.property(anySchema(), fc.nat(), agrees), runs);
    },
    patience,
  );
});
