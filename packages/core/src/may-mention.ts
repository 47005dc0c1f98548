/** What Zod shows of a schema or a check: its definition, and by `meta` what was said of it. */
interface Shown {
  readonly _zod: {
    readonly def: { readonly type?: string };
    readonly parent?: unknown;
    readonly innerType?: unknown;
    readonly toJSONSchema?: unknown;
  };
  meta?(): unknown;
}

/**
 * Whether the JSON Schema of a schema may hold a word. Answers no only for schemas of Zod, and only where nothing that the
 * schema is made of holds it: the first JSON Schema of a page costs some milliseconds, a look at the parts a tenth of one.
 */
export function mayMention(word: string, schema: object): boolean {
  const met = new Set<unknown>();
  const hasIt = (value: unknown): boolean => {
    if (value === word) return true;
    if (typeof value !== 'object' || value === null || met.has(value)) return false;
    met.add(value);
    if ('_zod' in value) return saysIt(value as Shown);
    return Object.entries(value).some(([key, part]) => key === word || hasIt(part));
  };
  const saysIt = (shown: Shown): boolean => {
    const { def, innerType, parent, toJSONSchema } = shown._zod;
    // Only schemas have a type. One without `meta` (Zod Mini) does not say what was said of it.
    const isSilent = def.type !== undefined && !shown.meta;
    if (isSilent || toJSONSchema) return true;
    return !!JSON.stringify(shown.meta?.())?.includes(`"${word}"`) || [def, innerType, parent].some(hasIt);
  };
  try {
    return !('_zod' in schema) || hasIt(schema);
  } catch {
    return true;
  }
}
