import { parse } from 'yaml';
import { type Dialect, dialectOf } from '../json-schema/dialect.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { ImportError } from './import-error.ts';
import type { SourceFile } from './imported.ts';

/** A file that was parsed. */
export interface SourceDocument {
  readonly path: string;
  readonly content: unknown;
  readonly dialect: Dialect;
}

/**
 * Parses a file as JSON or YAML, whichever it is.
 *
 * @param fallback The draft of what does not name one.
 * @throws ImportError where it is neither.
 */
export function readDocument({ path, text }: SourceFile, fallback: Dialect = '2020-12'): SourceDocument {
  try {
    const content = isJson(text) ? JSON.parse(text) : parse(text, { maxAliasCount: 100 });
    return { path, content, dialect: isPlainObject(content) ? dialectOf(content['$schema'], fallback) : fallback };
  } catch (error) {
    throw new ImportError(path, error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
}

function isJson(text: string): boolean {
  return /^\s*[{[]/.test(text) && !/^\s*\{[^"}]*:/.test(text);
}

/** What a JSON pointer leads to inside of a document. */
export function at(content: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((place, segment) => {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, segment)) return undefined;
    return (place as Record<string, unknown>)[segment];
  }, content);
}
