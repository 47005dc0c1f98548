import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkCompatibility } from '../compatibility/check-compatibility.ts';
import { describeContract } from '../contracts.ts';
import { contract } from './gate.test.fixture.ts';

const page = readFileSync(new URL('../../../../apps/docs/compatibility.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| ([^|]+) \| (yes|no) \| (yes|no) \|$/gm)].map(
  ([, edit, backward, forward]) => [edit!, backward!, forward!] as const,
);

const text = z.string();
const base = { sku: text };

interface Edit {
  readonly before: z.ZodObject;
  readonly after: z.ZodObject;
  /** What emitters of each version may publish, one that the other refuses if there is any. */
  readonly published: { readonly before: unknown; readonly after: unknown };
}

function edit(before: z.ZodObject, after: z.ZodObject, old: object, updated: object): Edit {
  return { before, after, published: { before: { sku: 'A-1', ...old }, after: { sku: 'A-1', ...updated } } };
}

const size = (...values: string[]) => z.object({ ...base, size: z.enum(values) });
const edits: Readonly<Record<string, Edit>> = {
  'add an optional field': edit(z.object(base), z.object({ ...base, note: text.optional() }), {}, { note: 'x' }),
  'add a required field': edit(z.object(base), z.object({ ...base, note: text }), {}, { note: 'x' }),
  'add a field with a default': edit(z.object(base), z.object({ ...base, note: text.default('') }), {}, { note: '' }),
  'remove a required field': edit(z.object({ ...base, note: text }), z.object(base), { note: 'x' }, {}),
  'remove an optional field': edit(z.object({ ...base, note: text.optional() }), z.object(base), { note: 'x' }, {}),
  'make a required field optional': edit(
    z.object({ ...base, note: text }),
    z.object({ ...base, note: text.optional() }),
    { note: 'x' },
    {},
  ),
  'add a value to an enum': edit(size('s', 'm'), size('s', 'm', 'l'), { size: 's' }, { size: 'l' }),
  'remove a value from an enum': edit(size('s', 'm', 'l'), size('s', 'm'), { size: 'l' }, { size: 's' }),
  'number to integer': edit(z.object({ ...base, n: z.number() }), z.object({ ...base, n: z.int() }), { n: 0.5 }, { n: 1 }),
  'let a field be null': edit(z.object({ ...base, n: text }), z.object({ ...base, n: text.nullable() }), { n: '' }, { n: null }),
  'shorten the longest text': edit(
    z.object({ ...base, n: text.max(9) }),
    z.object({ ...base, n: text.max(5) }),
    { n: '123456' },
    { n: '' },
  ),
  'rename a field': edit(z.object({ ...base, name: text }), z.object({ ...base, title: text }), { name: 'x' }, { title: 'x' }),
  'make the object strict, and add an optional field': edit(
    z.object(base),
    z.strictObject({ ...base, note: text.optional() }),
    {},
    { note: 'x' },
  ),
  'make the object strict, and remove a required field': edit(
    z.object({ ...base, note: text }),
    z.strictObject(base),
    { note: 'x' },
    {},
  ),
};

function verdicts({ before, after }: Edit): string[] {
  const [one, two] = [before, after].map((schema, index) =>
    describeContract({ ...contract('cart:edited', index + 1, {}), schema }),
  );
  return checkCompatibility([one!], two!, { mode: 'full' }).verdicts.map(({ compatible }) => (compatible ? 'yes' : 'no'));
}

function parsedByZod({ before, after, published }: Edit): string[] {
  expect(before.parse(published.before)).toEqual(published.before);
  expect(after.parse(published.after)).toEqual(published.after);
  return [after.safeParse(published.before), before.safeParse(published.after)].map(({ success }) => (success ? 'yes' : 'no'));
}

describe('the table of edits in the documentation', () => {
  it('has every edit once', () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(edits));
  });

  it.each(rows)('has the verdicts of the engine, and Zod agrees: %s', (name, backward, forward) => {
    expect(verdicts(edits[name]!)).toEqual([backward, forward]);
    expect(parsedByZod(edits[name]!)).toEqual([backward, forward]);
  });
});
