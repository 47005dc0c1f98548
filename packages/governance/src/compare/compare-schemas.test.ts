import { describe, expect, it } from 'vitest';
import { compareSchemas } from './compare-schemas.ts';

const text = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

describe('compareSchemas', () => {
  it('asks whether the reader with the second schema takes what the writer with the first one sends', () => {
    const short = { ...text, maxLength: 3 };
    expect(compareSchemas(short, text).compatible).toBe(true);
    expect(compareSchemas(text, short)).toEqual({
      compatible: false,
      differences: [
        {
          type: 'MAX_LENGTH_ADDED',
          path: '#/maxLength',
          breaking: true,
          message: 'The reader wants at most 3 characters in the payload, which the writer does not promise.',
        },
      ],
    });
  });

  it('decides by proof unless another policy is named', () => {
    const written = object({ sku: text, size: { const: 'S' } }, ['sku']);
    const read = { ...object({ sku: text, size: { enum: ['S', 'M'] } }), additionalProperties: true };
    expect(compareSchemas(written, read).compatible).toBe(true);
    expect(compareSchemas(written, read, { policy: 'strict' }).compatible).toBe(false);
  });

  it('judges by proof what the rules never look at', () => {
    const dated = { ...text, format: 'date' };
    expect(compareSchemas(text, dated, { policy: 'strict' }).compatible).toBe(true);
    expect(compareSchemas(text, dated).compatible).toBe(false);
  });

  it('tells by proof what else is different, and breaks nothing with it', () => {
    const { compatible, differences } = compareSchemas({ ...text, title: 'Sku' }, { ...text, title: 'SKU' });
    expect(compatible).toBe(true);
    expect(differences).toMatchObject([{ type: 'TITLE_CHANGED', path: '#/title', breaking: false }]);
  });

  it('reports only what breaks where that is wanted', () => {
    const original = object({ sku: { ...text, title: 'Sku' } });
    const updated = object({ sku: { ...text, title: 'SKU' }, size: text }, ['size']);
    for (const policy of ['parsed', 'strict', 'lenient'] as const) {
      const { compatible, differences } = compareSchemas(original, updated, { policy, only: 'breaking' });
      expect(compatible).toBe(false);
      expect(differences.length).toBeGreaterThan(0);
      expect(differences.every(({ breaking }) => breaking)).toBe(true);
    }
  });

  it('compares schemas of different drafts', () => {
    const old = { $schema: 'http://json-schema.org/draft-07/schema#', items: [text], additionalItems: false };
    const current = { $schema: 'https://json-schema.org/draft/2020-12/schema', prefixItems: [text], items: false };
    for (const policy of ['parsed', 'strict', 'lenient'] as const) {
      expect(compareSchemas(old, current, { policy })).toEqual({ compatible: true, differences: [] });
    }
  });

  it('takes a type that JSON Schema does not have for a kind of its own', () => {
    const date = { 'x-type': 'date' };
    for (const policy of ['parsed', 'strict', 'lenient'] as const) {
      expect(compareSchemas(date, { ...date, title: 'When' }, { policy }).compatible).toBe(true);
      expect(compareSchemas(date, {}, { policy }).compatible).toBe(true);
      expect(compareSchemas(date, { 'x-type': 'bigint' }, { policy }).compatible).toBe(false);
      expect(compareSchemas({}, date, { policy }).compatible).toBe(false);
    }
  });
});
