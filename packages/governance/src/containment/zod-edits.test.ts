import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findBreaks } from './find-breaks.ts';

const base = { sku: z.string(), quantity: z.number() };

/** An edit of a contract, and a payload of the old contract and of the new one that show whether it breaks anything. */
interface Edit {
  readonly name: string;
  readonly old: z.ZodType;
  readonly updated: z.ZodType;
  readonly sent: unknown;
  readonly sentByNew: unknown;
}

const some = { sku: 'A-1', quantity: 2 };
const old = z.object(base);
const size = (values: readonly string[]) => z.object({ size: z.enum(values) });
const edits: readonly Edit[] = [
  {
    name: 'an optional field',
    old,
    updated: z.object({ ...base, note: z.string().optional() }),
    sent: some,
    sentByNew: { ...some, note: '' },
  },
  {
    name: 'a required field',
    old,
    updated: z.object({ ...base, note: z.string() }),
    sent: some,
    sentByNew: { ...some, note: '' },
  },
  {
    name: 'a field with a default',
    old,
    updated: z.object({ ...base, note: z.string().default('') }),
    sent: some,
    sentByNew: some,
  },
  { name: 'a required field less', old, updated: z.object({ sku: z.string() }), sent: some, sentByNew: { sku: 'A-1' } },
  { name: 'a value more', old: size(['s', 'm']), updated: size(['s', 'm', 'l']), sent: { size: 's' }, sentByNew: { size: 'l' } },
  { name: 'a value less', old: size(['s', 'm', 'l']), updated: size(['s', 'm']), sent: { size: 'l' }, sentByNew: { size: 's' } },
  {
    name: 'whole numbers only',
    old,
    updated: z.object({ ...base, quantity: z.int() }),
    sent: { sku: '', quantity: 0.5 },
    sentByNew: some,
  },
  {
    name: 'null as well',
    old,
    updated: z.object({ ...base, sku: z.string().nullable() }),
    sent: some,
    sentByNew: { ...some, sku: null },
  },
  {
    name: 'no unknown fields, and an optional field',
    old,
    updated: z.strictObject({ ...base, note: z.string().optional() }),
    sent: some,
    sentByNew: { ...some, note: '' },
  },
  {
    name: 'no unknown fields, and a required field less',
    old,
    updated: z.strictObject({ sku: z.string() }),
    sent: some,
    sentByNew: { sku: '' },
  },
];

/** Whether what the writer publishes, which is what its schema gives back, is proven to pass the reader's schema. */
function isCompatible(writer: z.ZodType, reader: z.ZodType): boolean {
  const sent = z.toJSONSchema(writer, { io: 'output' });
  const taken = z.toJSONSchema(reader, { io: 'input' });
  return findBreaks(sent as Record<string, unknown>, taken as Record<string, unknown>).length === 0;
}

function passes(writer: z.ZodType, reader: z.ZodType, payload: unknown): boolean {
  return reader.safeParse(writer.parse(payload)).success;
}

describe('A contract in Zod that gets', () => {
  it.each(edits)('$name is read by the other version where Zod says so', ({ old, updated, sent, sentByNew }) => {
    expect(isCompatible(old, updated)).toBe(passes(old, updated, sent));
    expect(isCompatible(updated, old)).toBe(passes(updated, old, sentByNew));
  });

  it('a field with `.catch()` is said to break, although Zod mends it: its JSON Schema calls the field required', () => {
    const updated = z.object({ ...base, note: z.string().catch('') });
    expect(isCompatible(old, updated)).toBe(false);
    expect(passes(old, updated, some)).toBe(true);
    expect(isCompatible(updated, old)).toBe(true);
  });
});
