import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { type FieldTags, fieldTagsOf } from './field-tags.ts';

const email = z.email().meta({ tags: ['pii'] });

/** Whether a place in a payload is one of those that tags are told of. */
function isTagged(tags: FieldTags, place: string): boolean {
  const covers = (pattern: string) => new RegExp(`^${pattern.replaceAll('/**', '(/[^/]+)*').replaceAll('/*', '/[^/]+')}$`);
  return Object.keys(tags).some((pattern) => covers(pattern).test(place));
}

describe('the tags of fields', () => {
  it.each<[string, z.ZodType, Record<string, string[]>]>([
    ['the payload itself', email, { '': ['pii'] }],
    ['a field', z.object({ email }), { '/email': ['pii'] }],
    ['a field that may be absent or null', z.object({ email: email.nullish() }), { '/email': ['pii'] }],
    ['items of an array', z.object({ to: z.array(email) }), { '/to/*': ['pii'] }],
    ['values of a record', z.record(z.string(), z.object({ email })), { '/*/email': ['pii'] }],
    ['values of a record with certain keys', z.looseRecord(z.string().regex(/^x/), email), { '/*': ['pii'] }],
    ['a place of a tuple', z.tuple([z.string(), email]), { '/1': ['pii'] }],
    ['what else a tuple has', z.tuple([z.string()], email), { '/*': ['pii'] }],
    ['a branch of a union', z.union([z.object({ email }), z.object({ id: z.string() })]), { '/email': ['pii'] }],
    ['a member of an intersection', z.intersection(z.object({ email }), z.object({ id: z.string() })), { '/email': ['pii'] }],
    ['what goes in', z.object({ email }).transform(() => 1), { '/email': ['pii'] }],
    ['a name that a pointer has to escape', z.object({ 'a/b~c': email }), { '/a~1b~0c': ['pii'] }],
    ['a name that is a keyword', z.object({ items: z.object({ properties: email }) }), { '/items/properties': ['pii'] }],
  ])('are told by their place: %s', (_what, schema, tags) => {
    expect(fieldTagsOf(schema)).toEqual(tags);
  });

  it('are told at each place of a schema that is used twice', () => {
    const person = z.object({ email }).meta({ id: 'field-tags-person' });
    expect(fieldTagsOf(z.object({ from: person, to: person }))).toEqual({ '/from/email': ['pii'], '/to/email': ['pii'] });
  });

  it('are told at any depth of a schema that holds itself', () => {
    const folder = z.object({
      name: email,
      get folders() {
        return z.array(folder);
      },
    });
    expect(fieldTagsOf(folder)).toEqual({ '/name': ['pii'], '/folders/*/**/name': ['pii'] });
    expect(fieldTagsOf(z.object({ root: folder }))).toEqual({ '/root/name': ['pii'], '/root/folders/*/**/name': ['pii'] });
  });

  it('are found among many schemas that hold each other', () => {
    const names = Array.from({ length: 6 }, (_, index) => `block${index}`);
    const blocks: Record<string, z.ZodType> = {};
    for (const name of names) {
      const others = () => Object.fromEntries(names.map((other) => [other, z.lazy(() => blocks[other]!).optional()]));
      blocks[name] = z.object({ [`text-${name}`]: email, inner: z.lazy(() => z.object(others())) });
    }
    const tags = fieldTagsOf(blocks['block0']!);
    expect(tags['/text-block0']).toEqual(['pii']);
    const places = [
      '/inner/block1/text-block1',
      '/inner/block5/inner/block5/text-block5',
      '/inner/block3/inner/block4/inner/block2/text-block2',
    ];
    expect(places.filter((place) => !isTagged(tags, place))).toEqual([]);
    expect(isTagged(tags, '/inner/block5/inner')).toBe(false);
  });

  it('are those of what is taken and of what is given, each once', () => {
    const schema = z.object({
      a: z
        .string()
        .meta({ tags: ['b', 'a'] })
        .default(''),
    });
    expect(fieldTagsOf(schema)['/a']?.toSorted()).toEqual(['a', 'b']);
  });

  it.each([
    ['has none', z.object({ sku: z.string().meta({ tags: 'pii', description: 'tags' }) })],
    ['speaks of tags in examples', z.object({ tags: z.array(z.string()) }).meta({ examples: [{ tags: ['pii'] }] })],
    ['has metadata that are no JSON Schema', z.object({ a: z.any().meta({ $ref: 5, items: null, properties: null, allOf: 3 }) })],
    ['refers to nothing', z.any().meta({ $ref: '#/$defs/nothing/at/all' })],
    ['cannot say JSON Schema: Zod Mini', mini.object({ email: mini.email() })],
    ['cannot say JSON Schema: Valibot', v.object({ email: v.string() })],
  ])('are none where the schema %s', (_what, schema) => {
    expect(fieldTagsOf(schema)).toEqual({});
  });
});
