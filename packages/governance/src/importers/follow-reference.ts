import { escapeSegment, segmentsOf } from '../exporters/shape/schema-pointer.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { at, type SourceDocument } from './source-document.ts';

/** A schema in one of the documents. */
export interface Place {
  readonly document: SourceDocument;
  /** A JSON pointer: `#/definitions/Line`. */
  readonly pointer: string;
  readonly schema: unknown;
}

/** Finds what a reference means: by pointer, by anchor, by the path of another file or by an `$id`. Undefined where nothing is there. */
export function followReference(
  reference: string,
  from: SourceDocument,
  documents: readonly SourceDocument[],
): Place | undefined {
  const [address = '', fragment = ''] = reference.split('#');
  const document = address === '' ? from : documents.find((other) => isNamed(other, address, from));
  if (!document) return undefined;
  const pointer = fragment === '' || fragment.startsWith('/') ? `#${fragment}` : anchorIn(document.content, fragment, '#');
  if (pointer === undefined) return undefined;
  const schema = at(document.content, segmentsOf(pointer));
  return schema === undefined ? undefined : { document, pointer, schema };
}

function isNamed(document: SourceDocument, address: string, from: SourceDocument): boolean {
  const [own, base] = [idOf(document), idOf(from)];
  if (document.path === resolvePath(from.path, address) || own === address) return true;
  return own !== undefined && base !== undefined && resolveUri(address, base) === own;
}

function idOf({ content }: SourceDocument): string | undefined {
  const id = isPlainObject(content) ? (content['$id'] ?? content['id']) : undefined;
  return typeof id === 'string' ? id.replace(/#$/, '') : undefined;
}

function resolveUri(address: string, base: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** A path from the folder of another, `..` and `.` written out. */
function resolvePath(from: string, address: string): string {
  const parts: string[] = [];
  for (const part of [...from.split('/').slice(0, -1), ...address.split('/')]) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function anchorIn(value: unknown, anchor: string, pointer: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { $anchor, $id, id } = value as Record<string, unknown>;
  if ($anchor === anchor || $id === `#${anchor}` || id === `#${anchor}`) return pointer;
  for (const [name, inner] of Object.entries(value)) {
    const found = anchorIn(inner, anchor, `${pointer}/${encodeURIComponent(escapeSegment(name))}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
