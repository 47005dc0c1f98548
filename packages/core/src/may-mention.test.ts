import type { StandardSchemaV1 } from '@standard-schema/spec';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { jsonSchemaOf } from './json-schema.ts';
import { mayMention } from './may-mention.ts';

const email = z.email().meta({ tags: ['pii'] });
const contact = z.object({ email, sku: z.string() });

describe('a word in a schema', () => {
  it.each<[string, z.ZodType]>([
    ['of the payload itself', email],
    ['of a field', contact],
    ['of a field that is refined later', z.object({ email: email.min(3) })],
    ['of a field that has metadata besides', z.object({ email: email.meta({ title: 'Where to write' }) })],
    ['of a field that may be absent, null or by default', z.object({ email: email.nullish().default('ann@example.com') })],
    ['of a field that is caught, read only and branded', z.object({ email: email.catch('').readonly().brand('Email') })],
    ['of an object that is extended', contact.extend({ quantity: z.int() })],
    ['of an object that is picked from', contact.pick({ email: true })],
    ['of an object without another field', contact.omit({ sku: true })],
    ['of an object whose fields may be absent', contact.partial()],
    ['of an object that is refined', contact.refine(() => true)],
    ['of an object that others of which nothing is known complete', z.object({}).catchall(email)],
    ['of an item', z.array(contact)],
    ['of a record', z.record(z.string(), email)],
    ['of a key of a record', z.record(email, z.string())],
    ['of a place of a tuple', z.tuple([z.string(), email])],
    ['of the rest of a tuple', z.tuple([z.string()], email)],
    ['of a branch', z.union([z.string(), contact])],
    ['of a branch told by a field', z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), email })])],
    ['of a member of an intersection', z.intersection(z.object({ id: z.string() }), contact)],
    ['of what goes in', contact.transform(() => 1)],
    [
      'of what comes out',
      z
        .string()
        .transform((to) => ({ to }))
        .pipe(z.object({ to: email })),
    ],
    ['of what is there when asked for', z.lazy(() => contact)],
    ['of a check that describes', z.object({ email: z.string().check(z.meta({ tags: ['pii'] })) })],
    ['that is the name of a field', z.object({ pii: z.string() })],
    ['that is a value', z.enum(['pii', 'none'])],
  ])('is found where the JSON Schema has it: %s', (_where, schema) => {
    expect([jsonSchemaOf(schema)?.includes('"pii"'), mayMention('pii', schema)]).toEqual([true, true]);
  });

  it('is found in a schema that holds itself', () => {
    const folder = z.object({
      get folders() {
        return z.array(folder);
      },
      owner: email,
    });
    expect(mayMention('pii', folder)).toBe(true);
  });

  it('is taken to be possible where a part has a JSON Schema of its own making', () => {
    const schema = z.string();
    schema._zod.toJSONSchema = () => ({ tags: ['pii'] });
    expect(mayMention('pii', z.object({ schema }))).toBe(true);
  });

  it.each<[string, StandardSchemaV1]>([
    ['a part does not tell what was said of it: Zod Mini', z.object({ email: mini.email() as never })],
    ['the library is another: Valibot', v.object({ sku: v.string() })],
    [
      'a part cannot be looked at',
      z.lazy(() => {
        throw new Error('not yet');
      }),
    ],
  ])('is taken to be possible where %s', (_what, schema) => {
    expect(mayMention('pii', schema)).toBe(true);
  });

  it('is not there where no part of a schema of Zod has it', () => {
    const line = z.object({
      sku: z
        .string()
        .min(1)
        .meta({ tags: ['stock'], description: 'no pii in here' }),
      price: z.number(),
    });
    const cart = z.object({ lines: z.array(line), currency: z.enum(['EUR', 'CHF']), at: z.iso.datetime().optional() });
    expect([jsonSchemaOf(cart)?.includes('"pii"'), mayMention('pii', cart)]).toEqual([false, false]);
  });
});
