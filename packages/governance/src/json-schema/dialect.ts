/** A draft of JSON Schema. */
export type Dialect = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

const dialects: readonly (readonly [part: RegExp, dialect: Dialect])[] = [
  [/draft-0?[34]\b/, 'draft-04'],
  [/draft-0?[56]\b/, 'draft-06'],
  [/draft-0?7\b/, 'draft-07'],
  [/2019-09/, '2019-09'],
];

/** The draft that a `$schema` names. Whatever is not known or not there is taken for the newest. */
export function dialectOf(schemaUri: unknown, fallback: Dialect = '2020-12'): Dialect {
  if (typeof schemaUri !== 'string') return fallback;
  return dialects.find(([part]) => part.test(schemaUri))?.[1] ?? '2020-12';
}

/** Up to draft-07 a `$ref` stands for the whole schema: what is written beside it does not count. */
export function ignoresBesideReference(dialect: Dialect): boolean {
  return dialect === 'draft-04' || dialect === 'draft-06' || dialect === 'draft-07';
}
