import type { ZodCheck, ZodDefinition } from './zod-schema.ts';

/** Keywords that say a text format: one of the names that `format` has, and a pattern where it is narrower. */
export interface StringFormat {
  readonly format?: string;
  readonly patterns: readonly string[];
  readonly contentEncoding?: string;
}

const names: Readonly<Record<string, string>> = { url: 'uri', datetime: 'date-time', json_string: 'json-string' };
const encodings = ['base64', 'base64url'];
const hour = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const day = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';

/**
 * What a check of a text's format says, in words that no release of Zod changes.
 *
 * The pattern by which Zod tells a known format is left out: it is another one in nearly every release. A pattern that the
 * author gave stays.
 */
export function stringFormatOf(check: ZodCheck): StringFormat {
  const { def } = check._zod;
  const format = def['format'] as string;
  const simple = simpleChecks[format]?.(def);
  if (simple !== undefined) return { patterns: [simple] };
  if (format === 'time') return { patterns: [`^${timeOf(def)}$`] };
  if (format === 'datetime') return dateTimeOf(def);
  return {
    format: names[format] ?? format,
    patterns: [...ownPattern(check), ...(variants[format]?.(def) ?? [])],
    ...(encodings.includes(format) && { contentEncoding: format }),
  };
}

/** Checks that are nothing but a pattern. */
const simpleChecks: Readonly<Record<string, (def: ZodDefinition) => string>> = {
  regex: (def) => (def['pattern'] as RegExp).source,
  lowercase: () => '^[^A-Z]*$',
  uppercase: () => '^[^a-z]*$',
  starts_with: (def) => `^${escaped(def['prefix'])}`,
  ends_with: (def) => `${escaped(def['suffix'])}$`,
  includes: (def) => (def['position'] ? `^[\\s\\S]{${def['position']},}${escaped(def['includes'])}` : escaped(def['includes'])),
};

/** What the options of a format narrow it to. */
const variants: Readonly<Record<string, (def: ZodDefinition) => string[]>> = {
  uuid: ({ version }) =>
    version
      ? [`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${String(version).slice(1)}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$`]
      : [],
  nanoid: ({ length }) => (length ? [`^[a-zA-Z0-9_-]{${length}}$`] : []),
  mac: ({ delimiter = ':' }) => (delimiter === ':' ? [] : [`^(?:[0-9a-fA-F]{2}${escaped(delimiter)}){5}[0-9a-fA-F]{2}$`]),
};

/** RFC 3339 asks for seconds and a zone; what does without is told by its pattern alone. */
function dateTimeOf(def: ZodDefinition): StringFormat {
  const { offset, local, precision } = def;
  const zone = offset ? '(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)' : 'Z';
  const zoned = `${typeof precision === 'number' ? timeOf(def) : `${hour}:[0-5]\\d(?:\\.\\d+)?`}${zone}`;
  if (local) return { patterns: [`^${day}T(?:${zoned}|${timeOf(def)})$`] };
  if (precision === -1) return { patterns: [`^${day}T${zoned}$`] };
  if (typeof precision === 'number') return { format: 'date-time', patterns: [`T${zoned}$`] };
  return { format: 'date-time', patterns: offset ? [] : ['Z$'] };
}

function timeOf({ precision }: ZodDefinition): string {
  if (typeof precision !== 'number') return `${hour}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  if (precision < 0) return hour;
  return precision === 0 ? `${hour}:[0-5]\\d` : `${hour}:[0-5]\\d\\.\\d{${precision}}`;
}

/** The author's pattern; none where it is the one that this release of Zod has for the format. */
function ownPattern({ _zod: { def, constr } }: ZodCheck): string[] {
  const pattern = def['pattern'] as RegExp | undefined;
  if (!pattern || !constr) return [];
  const { pattern: _, checks: __, ...options } = def;
  const usual = new constr({ ...options })._zod.def['pattern'] as RegExp | undefined;
  return usual?.source === pattern.source ? [] : [pattern.source];
}

function escaped(text: unknown): string {
  return String(text).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
