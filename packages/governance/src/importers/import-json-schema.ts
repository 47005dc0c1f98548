import type { JsonSchema } from '../json-schema/json-schema.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { describedFromSchema, lifecycleOf, textOf, textsOf, versionOf } from './described-from-schema.ts';
import { EventNames } from './event-names.ts';
import type { Imported, ImportNote, ImportOptions, SourceFile } from './imported.ts';
import { type SelfContained, selfContained } from './self-contained.ts';
import { readDocument, type SourceDocument } from './source-document.ts';
import { printModule } from './zod/print-module.ts';

/**
 * Makes contracts of JSON Schema files of any draft from 04 on: one of each file that is not merely referred to by others. Name and
 * version come from `x-event` and `x-version`, as our own export writes them, else from the title, the `$id` or the file.
 *
 * @throws ImportError where a file is neither JSON nor YAML.
 * @example
 * const { module, notes } = importJsonSchema([{ path: 'item-added.schema.json', text }], { domain: 'cart' });
 */
export function importJsonSchema(files: readonly SourceFile[], options: ImportOptions = {}): Imported {
  const notes: ImportNote[] = [];
  const documents = files.map((file) => readDocument(file));
  const names = new EventNames(options, notes);
  const schemas = documents.flatMap((document) => schemaOf(document, documents, notes));
  const known = new Map<string, string>();
  const contracts = schemas
    .filter((schema) => isContract(schema, schemas, notes))
    .map(({ document, schema, misunderstood }) => {
      const original = originalName(document);
      const type = (isExported(document) && known.get(original)) || names.take(original, 'imported');
      known.set(original, type);
      notes.push(...misunderstood.map((note) => ({ contract: type, ...note })));
      return describedFromSchema(withoutFacts(schema), { type, ...toldBy(document, options) });
    });
  return { contracts, ...printModule(contracts, notes) };
}

interface ReadSchema extends SelfContained {
  readonly document: SourceDocument;
}

function schemaOf(document: SourceDocument, documents: readonly SourceDocument[], notes: ImportNote[]): ReadSchema[] {
  const { content, path } = document;
  if (typeof content === 'boolean' || isPlainObject(content))
    return [{ document, ...selfContained({ document, pointer: '#', schema: content }, documents) }];
  notes.push({ contract: path, path: '#', message: 'It holds no JSON Schema: it is left out.' });
  return [];
}

/** What others take from is a part of contracts, unless it says itself that it is one. */
function isContract({ document }: ReadSchema, schemas: readonly ReadSchema[], notes: ImportNote[]): boolean {
  const isPart = schemas.some((other) => other.document !== document && other.used.has(document.path));
  if (!isPart || isExported(document)) return true;
  notes.push({
    contract: document.path,
    path: '#',
    message: 'Others refer to it: it is a part of theirs and no contract of its own.',
  });
  return false;
}

/** Our own export says which event a schema is of. */
function isExported({ content }: SourceDocument): boolean {
  return isPlainObject(content) && textOf(content['x-event']) !== undefined;
}

function toldBy({ content, path }: SourceDocument, options: ImportOptions) {
  const schema = isPlainObject(content) ? content : {};
  const named = versionOf(/[./@_-]v(\d+)\b/.exec(`/${textOf(schema['$id']) ?? path}`)?.[1]);
  return {
    version: versionOf(schema['x-version']) ?? versionOf(schema['version']) ?? named ?? 1,
    owner: textOf(schema['x-owner']) ?? options.owner,
    summary: textOf(schema['description']),
    tags: textsOf(schema['x-tags']),
    examples: Array.isArray(schema['examples']) ? schema['examples'] : undefined,
    lifecycle: lifecycleOf(schema['x-lifecycle']),
  };
}

/** What the contract says need not stand in its schema, too. */
function withoutFacts(schema: JsonSchema): JsonSchema {
  if (!isPlainObject(schema)) return schema;
  const { title: _, description: __, examples: ___, deprecated: ____, version: _____, ...others } = schema;
  return Object.fromEntries(
    Object.entries(others).filter(([keyword]) => (!keyword.startsWith('x-') || keyword === 'x-type') && keyword !== 'tags'),
  );
}

function originalName({ content, path }: SourceDocument): string {
  const schema = isPlainObject(content) ? content : {};
  const id = textOf(schema['$id'] ?? schema['id'])?.replace(/[#?].*$/, '');
  const file = (id ?? path).split('/').at(-1)!;
  return (
    textOf(schema['x-event']) ??
    textOf(schema['title']) ??
    (file.replace(/(\.schema)?\.(json|ya?ml)$/, '').replace(/[._-]v\d+$/, '') || path)
  );
}
