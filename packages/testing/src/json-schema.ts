/** A JSON Schema: keywords, or `true` for anything and `false` for nothing. */
export type Schema = boolean | Keywords;

/** The keywords of a schema. */
export type Keywords = Readonly<Record<string, unknown>>;

/** The keywords of a schema; none for `true`, and for `false` one that nothing satisfies. */
export function keywordsOf(schema: unknown): Keywords {
  if (schema === false) return { not: {} };
  return typeof schema === 'object' && schema !== null ? (schema as Keywords) : {};
}

/** Whether it is plain to see that no value satisfies a schema. */
export function isImpossible(schema: unknown): boolean {
  const { not, enum: allowed } = keywordsOf(schema);
  const refused = not === true || (typeof not === 'object' && not !== null && Object.keys(not).length === 0);
  return refused || 'x-type' in keywordsOf(schema) || (Array.isArray(allowed) && allowed.length === 0);
}

/** What a reference within a document refers to. */
export function resolve(root: Schema, reference: string): Schema {
  const steps = reference.split('/').slice(1);
  const found = steps.reduce<unknown>(
    (place, step) => keywordsOf(place)[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  );
  if (reference.startsWith('#') && found !== undefined) return found as Schema;
  throw new Error(`The schema refers to ${reference}, which it does not have.`);
}

/** Whether values of a schema may hold values that hold such values again. */
export function leadsDeeper(schema: unknown): boolean {
  return referencesIn(schema).size > 0;
}

/** All references in a schema, each once. */
export function referencesIn(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [name, inner] of Object.entries(schema)) {
    if (name === '$ref' && typeof inner === 'string') found.add(inner);
    else referencesIn(inner, found);
  }
  return found;
}
