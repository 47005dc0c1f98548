import type { SchemaNode, TypeName } from '../../json-schema/schema-node.ts';

type ImpliedKind = 'array' | 'object' | 'number' | 'string';

/** The keywords that say of which kind a schema is where `type` does not. */
const keywordsOf: readonly (readonly [kind: ImpliedKind, types: readonly TypeName[], keywords: readonly (keyof SchemaNode)[]])[] =
  [
    [
      'array',
      ['array'],
      ['prefixItems', 'items', 'additionalItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'unevaluatedItems'],
    ],
    [
      'object',
      ['object'],
      [
        'properties',
        'patternProperties',
        'additionalProperties',
        'propertyNames',
        'required',
        'minProperties',
        'maxProperties',
        'dependentRequired',
        'dependentSchemas',
        'unevaluatedProperties',
      ],
    ],
    ['number', ['number', 'integer'], ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
    ['string', ['string'], ['minLength', 'maxLength', 'pattern']],
  ];

/** Kinds whose keywords a schema has although its `type` does not name them. */
export function impliedKinds(node: SchemaNode): ImpliedKind[] {
  return keywordsOf
    .filter(([, types, keywords]) => !types.some((type) => node.type?.includes(type)) && keywords.some((key) => key in node))
    .map(([kind]) => kind);
}
