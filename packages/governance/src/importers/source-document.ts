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

/** What is read further recurses; beyond this, the stack may not suffice. */
const mostLevels = 1_000;

/**
 * Parses a file as JSON or YAML, whichever it is.
 *
 * @param fallback The draft of what does not name one.
 * @throws ImportError where it is neither, or comes to no end within 1,000 levels.
 */
export function readDocument({ path, text }: SourceFile, fallback: Dialect = '2020-12'): SourceDocument {
  // A byte-order mark is no part of what a file says.
  const content = parsed(path, text.replace(/^\uFEFF/, ''));
  if (isDeeper(content, mostLevels))
    throw new ImportError(path, `it is more than ${mostLevels} levels deep, or has an alias inside of what it stands for.`);
  return { path, content, dialect: isPlainObject(content) ? dialectOf(content['$schema'], fallback) : fallback };
}

function parsed(path: string, text: string): unknown {
  try {
    return isJson(text) ? JSON.parse(text) : parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new ImportError(path, error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
}

/** Level by level, since what is too deep for others to descend into is too deep to be descended into here. */
function isDeeper(content: unknown, levels: number): boolean {
  let level = new Set([content]);
  for (let left = levels; left >= 0 && level.size > 0; left--)
    level = new Set([...level].flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : [])));
  return level.size > 0;
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
