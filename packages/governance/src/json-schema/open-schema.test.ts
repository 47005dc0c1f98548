import { describe, expect, it } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { followAliases, openSchema } from './open-schema.ts';
import type { Schema, SchemaNode } from './schema-node.ts';

const draft04 = 'http://json-schema.org/draft-04/schema#';
const draft07 = 'http://json-schema.org/draft-07/schema#';
const draft2019 = 'https://json-schema.org/draft/2019-09/schema';

function open(schema: JsonSchema): SchemaNode {
  return openSchema(schema).root as SchemaNode;
}

function property(schema: Schema | undefined, name: string): SchemaNode {
  return followAliases((schema as SchemaNode).properties?.[name] as Schema) as SchemaNode;
}

describe('Keywords of older drafts', () => {
  it('have their names of 2020-12, whatever the draft', () => {
    for (const $schema of [undefined, draft07, draft04]) {
      const node = open({ ...($schema && { $schema }), items: [{ type: 'string' }, true], additionalItems: false });
      expect(node.prefixItems).toMatchObject([{ type: ['string'] }, true]);
      expect(node.items).toBe(false);
    }
  });

  it('keep `items` for all items where there is no list, and forget `additionalItems` then', () => {
    expect(open({ items: { type: 'string' }, additionalItems: false })).toMatchObject({ items: { type: ['string'] } });
  });

  it('split `dependencies` into names and schemas', () => {
    const node = open({ dependencies: { a: ['b'], c: { required: ['d'] } } });
    expect({ ...node.dependentRequired }).toEqual({ a: ['b'] });
    expect(node.dependentSchemas?.['c']).toMatchObject({ required: ['d'], at: '#/dependencies/c' });
  });

  it('make exclusive bounds numbers', () => {
    const { raw: _raw, ...node } = open({ minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false });
    expect(node).toEqual({ at: '#', exclusiveMinimum: 1, maximum: 9 });
  });
});

describe('What stands beside a `$ref`', () => {
  const schema = { $ref: '#/definitions/name', minLength: 3, definitions: { name: { type: 'string' } } };

  it('counts from 2019-09 on', () => {
    expect(open({ ...schema, $schema: draft2019 })).toMatchObject({ minLength: 3 });
    expect(open(schema)).toMatchObject({ minLength: 3 });
  });

  it('does not count up to draft-07', () => {
    expect(open({ ...schema, $schema: draft07 })).not.toHaveProperty('minLength');
    expect(open({ ...schema, $schema: draft07 }).reference?.follow()).toMatchObject({ type: ['string'] });
  });
});

describe('A reference', () => {
  it('leads to the same object each time, also in a circle', () => {
    const root = open({ properties: { next: { $ref: '#' } } });
    expect(property(root, 'next')).toBe(root);
  });

  it('follows pointers with escapes, anchors, and identifiers of parts', () => {
    const root = open({
      $id: 'https://shop.example/root.json',
      properties: {
        a: { $ref: '#/$defs/x~1y%20z' },
        b: { $ref: '#named' },
        c: { $ref: 'part.json#/$defs/inner' },
        d: { $ref: 'part.json#leaf' },
      },
      $defs: {
        'x/y z': { title: 'pointer' },
        other: { $anchor: 'named', title: 'anchor' },
        part: { $id: 'part.json', $defs: { inner: { $ref: '#leaf' }, leaf: { $anchor: 'leaf', title: 'inner' } } },
      },
    });
    const titles = ['a', 'b', 'c', 'd'].map((name) => property(root, name).raw['title']);
    expect(titles).toEqual(['pointer', 'anchor', 'inner', 'inner']);
  });

  it('follows the identifiers of draft-04', () => {
    const definitions = { part: { id: '#part', title: 'fragment' }, whole: { id: 'whole', title: 'uri' } };
    const properties = { a: { $ref: '#part' }, b: { $ref: 'whole' } };
    const root = open({ $schema: draft04, id: 'http://shop.example/', properties, definitions });
    expect(property(root, 'a').raw['title']).toBe('fragment');
    expect(property(root, 'b').raw['title']).toBe('uri');
  });

  it('that is dynamic means the anchor of the root where the root has one', () => {
    const tree = { $id: 'tree', $dynamicAnchor: 'node', properties: { child: { $dynamicRef: '#node' } } };
    const strict = open({ $id: 'strict', $dynamicAnchor: 'node', minProperties: 1, $ref: 'tree', $defs: { tree } });
    expect(property(strict.reference?.follow(), 'child')).toBe(strict);
    const plain = open({ $ref: 'tree', $defs: { tree } });
    expect(property(plain.reference?.follow(), 'child')).toBe(plain.reference?.follow());
  });

  it('that is recursive does so, too', () => {
    const tree = { $id: 'tree', $recursiveAnchor: true, properties: { child: { $recursiveRef: '#' } } };
    const strict = open({
      $schema: draft2019,
      $id: 'strict',
      $recursiveAnchor: true,
      minProperties: 1,
      $ref: 'tree',
      $defs: { tree },
    });
    expect(property(strict.reference?.follow(), 'child')).toBe(strict);
  });

  it.each([
    ['#/$defs/Itme', "The reference '#/$defs/Itme' at #/properties/a leads nowhere: there is no 'Itme'; there is 'Item'. Put"],
    ['#item', "leads nowhere: no schema there has `$anchor: 'item'`"],
    [
      'https://shop.example/item.json',
      'no part of this document has that `$id`. Nothing is fetched: put the schema into `$defs`',
    ],
    ['#/properties', 'leads nowhere', false],
    ['#/$defs/Item/title', 'what is there is no schema'],
  ])('to %s says where it stands, what is missing and what to do', (text, message, isError = true) => {
    const root = open({ properties: { a: { $ref: text } }, $defs: { Item: { title: 'item' } } });
    const follow = () => property(root, 'a');
    if (isError) expect(follow).toThrow(message);
    else expect(follow).not.toThrow();
  });

  it('says nothing before it is followed', () => {
    expect(open({ properties: { a: { type: 'string' }, b: { $ref: '#/$defs/gone' } } }).properties).toHaveProperty('a');
  });

  it('that leads back to itself is named', () => {
    const root = open({
      properties: { a: { $ref: '#/$defs/x' } },
      $defs: { x: { $ref: '#/$defs/y' }, y: { $ref: '#/$defs/x' } },
    });
    expect(() => property(root, 'a')).toThrow('leads back to itself');
  });
});

describe('A document', () => {
  it('is opened once', () => {
    const schema = { type: 'string' };
    expect(openSchema(schema)).toBe(openSchema(schema));
  });

  it('knows its draft, and takes the newest where none is named', () => {
    const dialects = [draft04, draft07, draft2019, undefined].map(($schema) => openSchema({ $schema }).dialect);
    expect(dialects).toEqual(['draft-04', 'draft-07', '2019-09', '2020-12']);
  });

  it('keeps schemas that are true or false, and forgets keywords that make no sense', () => {
    expect(openSchema(false).root).toBe(false);
    const { raw: _raw, ...node } = open({
      type: 'any',
      minLength: '3',
      required: true,
      items: 7,
      else: {},
      properties: { a: false },
    });
    expect(node).toEqual({ at: '#', properties: { a: false } });
  });

  it('takes property names for names, whatever they are', () => {
    const root = open(JSON.parse('{ "properties": { "__proto__": { "type": "string" }, "$ref": { "type": "number" } } }'));
    expect(Object.keys(root.properties ?? {})).toEqual(['__proto__', '$ref']);
    expect(root).not.toHaveProperty('reference');
  });
});
