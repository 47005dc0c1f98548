import type { JsonSchema, JsonSchemaObject } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { call, type ZodPrinting } from './zod-printing.ts';

/** Keywords that several types have, or none. */
const ofAnyType = ['title', 'description', 'deprecated', 'tags', 'rule', 'examples', 'default'];

/** Keywords of each type: where there are several types, each form takes its own. */
const ofType: Readonly<Record<string, RegExp>> = {
  string: /^(minLength|maxLength|pattern|format|content.*)$/,
  number: /^(minimum|maximum|exclusive.*|multipleOf)$/,
  integer: /^(minimum|maximum|exclusive.*|multipleOf)$/,
  array: /^(items|prefixItems|minItems|maxItems|uniqueItems|contains|minContains|maxContains|unevaluatedItems)$/,
  object:
    /^(properties|required|additionalProperties|patternProperties|propertyNames|minProperties|maxProperties|dependent.*|unevaluatedProperties)$/,
};

/** Zod for `anyOf`, `oneOf` and several types; undefined where a schema has none of them. */
export function printUnion(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string | undefined {
  const { type, anyOf, oneOf, ...beside } = schema;
  if (Array.isArray(type) && anyOf === undefined && oneOf === undefined)
    return printForms(formsOf(type, beside), 'anyOf', path, printing);
  for (const [keyword, members] of [['anyOf', anyOf] as const, ['oneOf', oneOf] as const]) {
    if (!Array.isArray(members)) continue;
    const forms = printForms(members, keyword, path, printing);
    const { [keyword]: _, ...others } = schema;
    return Object.keys(others).length === 0 ? forms : call('z.intersection', printing.print(others, path), forms);
  }
  return undefined;
}

function formsOf(types: readonly unknown[], schema: JsonSchemaObject): JsonSchemaObject[] {
  return types.map((type) => {
    const own = Object.entries(schema).filter(([keyword]) => ofType[String(type)]?.test(keyword));
    return { type, ...Object.fromEntries(own) };
  });
}

function printForms(forms: readonly JsonSchema[], keyword: 'anyOf' | 'oneOf', path: string, printing: ZodPrinting): string {
  const others = forms.filter((form) => !isPlainObject(form) || form['type'] !== 'null');
  const nullable = others.length < forms.length ? '.nullable()' : '';
  const codes = others.map((form, index) => printing.print(form, `${path}/${keyword}/${index}`));
  if (codes.length === 0) return 'z.null()';
  if (codes.length === 1) return `${codes[0]}${nullable}`;
  return `${call(keyword === 'oneOf' ? 'z.xor' : 'z.union', `[${codes.join(', ')}]`)}${nullable}`;
}

/** Zod for `allOf`; undefined where there is none. A part without a type has that of the whole. */
export function printAllOf(schema: JsonSchemaObject, path: string, printing: ZodPrinting): string | undefined {
  const { allOf, ...beside } = schema;
  if (!Array.isArray(allOf)) return undefined;
  const parts = (allOf as readonly JsonSchema[]).map((part) =>
    needsType(part) ? { type: schema['type'], ...(part as object) } : part,
  );
  const codes = parts.map((part, index) => printing.print(part, `${path}/allOf/${index}`));
  const hasOwn = Object.keys(beside).some((keyword) => !ofAnyType.includes(keyword));
  const all = hasOwn ? [printing.print(beside, path), ...codes] : codes;
  return all.reduceRight((inner, code) => call('z.intersection', code, inner));

  function needsType(part: JsonSchema): boolean {
    return (
      schema['type'] !== undefined &&
      isPlainObject(part) &&
      !['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'].some((k) => k in part)
    );
  }
}
